import { defineMessages } from '../define.ts';

/** What the parts of the interface say, whatever screen they are on. */
export const commonMessages = defineMessages({
  en: {
    'common.hpo': 'HPO',
    'common.close': 'Close',
    'common.back': 'Back',
    'common.cancel': 'Cancel',
    'common.dismiss': 'Put away',
    'common.retry': 'Try again',
    'common.loading': 'Loading',
    'common.skip': 'Skip to the screen',
    'common.navigation': 'Screens',
    'common.toasts': 'Notices',

    'common.duration.days': '{days} d {hours} h',
    'common.duration.hours': '{hours} h {minutes}',
    'common.duration.minutes': '{minutes} min {seconds} s',
    'common.duration.seconds': '{seconds} s',
    'common.age.days': '{count} d',
    'common.age.hours': '{count} h',
    'common.age.minutes': '{count} min',
    'common.age.seconds': '{count} s',
    'common.clock.left':
      '{duration} left{purpose, select, acknowledge { to acknowledge} ship { to ship} route { to request routing} confirm { to confirm} start { to start} other {}}',
    'common.clock.overdue':
      '{duration} overdue{purpose, select, acknowledge { to acknowledge} ship { to ship} route { to request routing} confirm { to confirm} start { to start} other {}}',
    'common.clock.now':
      '{purpose, select, acknowledge {acknowledge now} ship {ship now} route {request routing now} confirm {confirm now} start {start now} other {due now}}',
    'common.clock.atRisk': '· at risk',

    'common.status.onTrack': 'on track',
    'common.status.atRisk': 'at risk',
    'common.status.overdue': 'overdue',
    'common.status.done': 'done',
    'common.status.offline': 'offline',
    'common.status.neutral': 'not started',

    'common.unit.eaches': '{count, plural, one {each} other {eaches}}',
    'common.unit.cases': '{count, plural, one {case of {size}} other {cases of {size}}}',
    'common.quantity.eaches': '{count, plural, one {# each} other {# eaches}}',
    'common.quantity.cases': '{count, plural, one {# case of {size}} other {# cases of {size}}}',
    'common.quantity.inEaches': '= {count, plural, one {# each} other {# eaches}}',
    'common.quantity.ordered': 'ordered {count, number}',
    'common.quantity.advised': 'advised {count, number}',
    'common.quantity.less': 'One less: {label}',
    'common.quantity.more': 'One more: {label}',

    'common.units.requested': 'requested',
    'common.units.accepted': 'accepted',
    'common.units.picked': 'picked',
    'common.units.packed': 'packed',
    'common.units.shipped': 'shipped',
    'common.units.acceptedOf': '{count, number} of {total, number} accepted',
    'common.units.pickedOf': '{count, number} of {total, number} picked',
    'common.units.packedOf': '{count, number} of {total, number} packed',
    'common.units.shippedOf': '{count, number} of {total, number} shipped',
    'common.units.open': '{total, number} requested',
    'common.units.all':
      '{requested, number} requested, {accepted, number} accepted, {rejected, number} rejected, {picked, number} picked, {packed, number} packed, {shipped, number} shipped',

    'common.stock.requested': 'requested',
    'common.stock.boxed': 'boxed',
    'common.stock.free': 'free',
    'common.stock.safety': 'safety stock',
    'common.stock.safetyBarred': 'safety stock, HPO only',
    'common.stock.allocated': 'allocated',
    'common.stock.short': 'short',
    'common.stock.all':
      '{requested, number} requested; {boxed, number} boxed, of which {free, number} free, {safety, number} safety stock, {allocated, number} allocated; {short, number} short',

    'common.field.optional': 'optional',
    'common.field.choose': 'Choose',
    'common.field.noOptions': 'Nothing to choose from',
    'common.field.noMatch': 'Nothing found',
    'common.files.choose': 'Choose files',

    'common.hold.hint': 'Hold for 1 second',
    'common.hold.again': 'Press again to confirm',

    'common.pad.erase': 'Erase the last digit',
    'common.pad.signIn': 'OK',
    'common.pad.atMost': '{count, number} at most',

    'common.readOnly.title': 'Needs update',
    'common.readOnly.text':
      'A newer Hotdock wrote this. It is shown as far as this station understands it and cannot be changed here until this station is updated.',
    'common.offline.title': 'Offline',
    'common.offline.text': 'This needs a connection. Everything else on this station goes on; what you do is saved here.',

    'common.person.none': 'Nobody signed in',
    'common.person.signIn': 'Sign in',
    'common.person.switch': '{name}, switch person',
    'common.people.nobody': 'Nobody on it',
    'common.hot.count': '{count, plural, =0 {No HPOs} one {# HPO} other {# HPOs}}',

    'common.scan.bar': 'Scanner',
    'common.scan.listening': 'Listening for',
    'common.scan.waiting': '{count, plural, one {# scan waiting} other {# scans waiting}}',
    'common.scan.none': 'No scans yet',
    'common.scan.recent': 'Last 10',
    'common.scan.undo': 'Undo',

    'common.task.of': 'of {count, number}',
    'common.pallet.cartons': '{count, number} of {planned, plural, one {# carton} other {# cartons}}',
    'common.pallet.block': 'One block stands for {count, number} cartons',
    'common.pallet.weight': 'Weight',
    'common.pallet.height': 'Height',
  },
  es: {
    'common.hpo': 'HPO',
    'common.close': 'Cerrar',
    'common.back': 'Volver',
    'common.cancel': 'Cancelar',
    'common.dismiss': 'Quitar aviso',
    'common.retry': 'Intentar de nuevo',
    'common.loading': 'Cargando',
    'common.skip': 'Ir a la pantalla',
    'common.navigation': 'Pantallas',
    'common.toasts': 'Avisos',

    'common.duration.days': '{days} d {hours} h',
    'common.duration.hours': '{hours} h {minutes}',
    'common.duration.minutes': '{minutes} min {seconds} s',
    'common.duration.seconds': '{seconds} s',
    'common.age.days': '{count} d',
    'common.age.hours': '{count} h',
    'common.age.minutes': '{count} min',
    'common.age.seconds': '{count} s',
    'common.clock.left':
      '{duration} {purpose, select, acknowledge {para confirmar el pedido} ship {para embarcar} route {para pedir transporte} confirm {para confirmar el envío} start {para empezar} other {restantes}}',
    'common.clock.overdue':
      '{duration} tarde{purpose, select, acknowledge { para confirmar el pedido} ship { para embarcar} route { para pedir transporte} confirm { para confirmar el envío} start { para empezar} other {}}',
    'common.clock.now':
      '{purpose, select, acknowledge {confirmar el pedido ahora} ship {embarcar ahora} route {pedir transporte ahora} confirm {confirmar el envío ahora} start {empezar ahora} other {vence ahora}}',
    'common.clock.atRisk': '· en riesgo',

    'common.status.onTrack': 'a tiempo',
    'common.status.atRisk': 'en riesgo',
    'common.status.overdue': 'vencido',
    'common.status.done': 'hecho',
    'common.status.offline': 'sin conexión',
    'common.status.neutral': 'sin empezar',

    'common.unit.eaches': '{count, plural, one {unidad} other {unidades}}',
    'common.unit.cases': '{count, plural, one {caja de {size}} other {cajas de {size}}}',
    'common.quantity.eaches': '{count, plural, one {# unidad} other {# unidades}}',
    'common.quantity.cases': '{count, plural, one {# caja de {size}} other {# cajas de {size}}}',
    'common.quantity.inEaches': '= {count, plural, one {# unidad} other {# unidades}}',
    'common.quantity.ordered': 'pedido {count, number}',
    'common.quantity.advised': 'aconsejado {count, number}',
    'common.quantity.less': 'Uno menos: {label}',
    'common.quantity.more': 'Uno más: {label}',

    'common.units.requested': 'pedidas',
    'common.units.accepted': 'aceptadas',
    'common.units.picked': 'recogidas',
    'common.units.packed': 'empacadas',
    'common.units.shipped': 'embarcadas',
    'common.units.acceptedOf': '{count, number} de {total, number} aceptadas',
    'common.units.pickedOf': '{count, number} de {total, number} recogidas',
    'common.units.packedOf': '{count, number} de {total, number} empacadas',
    'common.units.shippedOf': '{count, number} de {total, number} embarcadas',
    'common.units.open': '{total, number} pedidas',
    'common.units.all':
      '{requested, number} pedidas, {accepted, number} aceptadas, {rejected, number} rechazadas, {picked, number} recogidas, {packed, number} empacadas, {shipped, number} embarcadas',

    'common.stock.requested': 'pedido',
    'common.stock.boxed': 'en cajas',
    'common.stock.free': 'libre',
    'common.stock.safety': 'reserva',
    'common.stock.safetyBarred': 'reserva, solo HPO',
    'common.stock.allocated': 'asignado',
    'common.stock.short': 'falta',
    'common.stock.all':
      '{requested, number} pedido; {boxed, number} en cajas, de ello {free, number} libre, {safety, number} reserva, {allocated, number} asignado; faltan {short, number}',

    'common.field.optional': 'opcional',
    'common.field.choose': 'Elegir',
    'common.field.noOptions': 'Nada que elegir',
    'common.field.noMatch': 'Sin resultados',
    'common.files.choose': 'Elegir archivos',

    'common.hold.hint': 'Mantener pulsado 1 segundo',
    'common.hold.again': 'Pulsar otra vez para confirmar',

    'common.pad.erase': 'Borrar la última cifra',
    'common.pad.signIn': 'OK',
    'common.pad.atMost': '{count, number} como máximo',

    'common.readOnly.title': 'Necesita actualización',
    'common.readOnly.text':
      'Lo escribió un Hotdock más nuevo. Se muestra hasta donde esta estación lo entiende y aquí no se puede cambiar hasta actualizarla.',
    'common.offline.title': 'Sin conexión',
    'common.offline.text': 'Esto necesita conexión. Todo lo demás sigue en esta estación; lo que usted haga se guarda aquí.',

    'common.person.none': 'Nadie ha entrado',
    'common.person.signIn': 'Entrar',
    'common.person.switch': '{name}, cambiar de persona',
    'common.people.nobody': 'Sin asignar',
    'common.hot.count': '{count, plural, =0 {Sin HPO} other {# HPO}}',

    'common.scan.bar': 'Lector',
    'common.scan.listening': 'Esperando',
    'common.scan.waiting': '{count, plural, one {# lectura en espera} other {# lecturas en espera}}',
    'common.scan.none': 'Aún no hay lecturas',
    'common.scan.recent': 'Últimas 10',
    'common.scan.undo': 'Deshacer',

    'common.task.of': 'de {count, number}',
    'common.pallet.cartons': '{count, number} de {planned, plural, one {# caja} other {# cajas}}',
    'common.pallet.block': 'Cada bloque equivale a {count, number} cajas',
    'common.pallet.weight': 'Peso',
    'common.pallet.height': 'Altura',
  },
});
