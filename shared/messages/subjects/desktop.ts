import { defineMessages } from '../define.ts';

export const desktopMessages = defineMessages({
  en: {
    'desktop.stopped.title': 'Hotdock has stopped',
    'desktop.stopped.crashed': 'The part of Hotdock that keeps your data ended several times in a row and was not started again.',
    'desktop.stopped.safe': 'What was confirmed on screen is saved on this computer.',
    'desktop.stopped.again': 'Start again',
    'desktop.stopped.help': 'If it stops again, call your supervisor and leave this screen open.',
  },
  es: {
    'desktop.stopped.title': 'Hotdock se ha detenido',
    'desktop.stopped.crashed': 'La parte de Hotdock que guarda sus datos terminó varias veces seguidas y no se volvió a iniciar.',
    'desktop.stopped.safe': 'Lo que se confirmó en pantalla está guardado en este equipo.',
    'desktop.stopped.again': 'Iniciar de nuevo',
    'desktop.stopped.help': 'Si vuelve a detenerse, llame a su supervisor y deje esta pantalla abierta.',
  },
});
