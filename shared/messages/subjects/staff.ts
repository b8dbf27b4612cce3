import { defineMessages } from '../define.ts';

export const staffMessages = defineMessages({
  en: {
    'staff.role': '{role, select, picker {picker} shipping {shipping desk} supervisor {supervisor} other {{role}}}',
    'staff.refused.notAllowed':
      '{name} ({role, select, picker {picker} shipping {shipping desk} supervisor {supervisor} other {{role}}}) may not {act, select, pick {pick} pack {pack} load {load} count {count} label {print labels} acknowledge {acknowledge orders} documents {handle documents} routing {request routing} depart {send off a truck} print {print lists} import {import orders} products {change products} review {mark changes as seen} override {override the advice} flag {set or take off the HPO flag} pin {pin or demote orders} assign {assign people} staff {manage staff} settings {change settings} policy {change the chargeback rules} stock {set stock} other {do this}}.',
    'staff.hint.askDesk': 'Ask the shipping desk or a supervisor.',
    'staff.hint.askSupervisor': 'Ask a supervisor.',
  },
  es: {
    'staff.role': '{role, select, picker {preparador} shipping {mesa de expedición} supervisor {supervisor} other {{role}}}',
    'staff.refused.notAllowed':
      '{name} ({role, select, picker {preparador} shipping {mesa de expedición} supervisor {supervisor} other {{role}}}) no puede {act, select, pick {preparar} pack {empacar} load {cargar} count {contar} label {imprimir etiquetas} acknowledge {confirmar pedidos} documents {gestionar documentos} routing {solicitar transporte} depart {dar salida a un camión} print {imprimir listas} import {importar pedidos} products {cambiar productos} review {marcar cambios como vistos} override {pasar por alto la propuesta} flag {poner o quitar la marca HPO} pin {fijar o aplazar pedidos} assign {asignar personas} staff {gestionar al personal} settings {cambiar los ajustes} policy {cambiar las reglas de penalización} stock {fijar existencias} other {hacer esto}}.',
    'staff.hint.askDesk': 'Pida ayuda a la mesa de expedición o a un supervisor.',
    'staff.hint.askSupervisor': 'Pida ayuda a un supervisor.',
  },
});
