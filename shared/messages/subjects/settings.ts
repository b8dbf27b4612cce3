import { defineMessages } from '../define.ts';

export const settingsMessages = defineMessages({
  en: {
    'settings.refused.folder': 'The {which, select, outbox {outbox} other {watched folder}} {folder} {reason, select, EACCES {may not be used by this user} EPERM {may not be used by this user} EROFS {is on a drive that is read-only} ENOSPC {is on a full drive} ENOTDIR {is no folder} EEXIST {is no folder} other {cannot be used ({reason})}}. Nothing was changed.',
    'settings.hint.folder': 'Name a folder that this user may read and write, on a drive that is connected.',
    'settings.fault.folder': '{which, select, outbox {The outbox {folder} cannot be written: documents wait here, nothing has been handed over} other {The watched folder {folder} cannot be reached: orders in it are not taken}} ({reason}). It is tried again by itself; see to the drive, or to Settings > Folders.',
  },
  es: {
    'settings.refused.folder': '{which, select, outbox {La bandeja de salida} other {La carpeta vigilada}} {folder} {reason, select, EACCES {no permite el uso a este usuario} EPERM {no permite el uso a este usuario} EROFS {está en una unidad de solo lectura} ENOSPC {está en una unidad llena} ENOTDIR {no es una carpeta} EEXIST {no es una carpeta} other {no puede usarse ({reason})}}. No se cambió nada.',
    'settings.hint.folder': 'Indique una carpeta que este usuario pueda leer y escribir, en una unidad conectada.',
    'settings.fault.folder': '{which, select, outbox {No se puede escribir en la bandeja de salida {folder}: los documentos esperan aquí y no se ha entregado nada} other {No se llega a la carpeta vigilada {folder}: sus pedidos no se toman}} ({reason}). Se intenta de nuevo sin más; revise la unidad, o Ajustes > Carpetas.',
  },
});
