import { defineMessages } from '../define.ts';

/** Photos kept with pallets and cartons. */
export const evidenceMessages = defineMessages({
  en: {
    'evidence.refused.tooLarge': 'The photo has {kilobytes, number} KB, and at most {most, number} KB are kept.',
    'evidence.refused.fileTooLarge': '{file} has {megabytes, number} MB, and at most {most, number} MB are read.',
    'evidence.refused.notPicture': '{file} is not a JPEG, PNG or WebP picture.',
    'evidence.refused.unreadable': '{file} cannot be shown: the picture in it is damaged.',
    'evidence.refused.notJpeg': 'This is not a JPEG picture.',
    'evidence.refused.cutShort': 'The picture ends in the middle.',
    'evidence.refused.camera': 'The file carries more than the picture, such as where it was taken. That is not kept.',
    'evidence.refused.pixels': 'The picture has {width} × {height} pixels; its longer side may have {most, number}.',
    'evidence.refused.unknown': '{unit} has no such photo.',
    'evidence.refused.notHere': 'This photo is still at the station that took it.',
    'evidence.hint.again': 'Add it at the pallet’s screen: there it is made to fit.',
    'evidence.hint.later': 'It comes as soon as that station reaches central. Who took it and when is known already.',
  },
  es: {
    'evidence.refused.tooLarge': 'La foto tiene {kilobytes, number} KB y se guardan {most, number} KB como máximo.',
    'evidence.refused.fileTooLarge': '{file} tiene {megabytes, number} MB y se leen {most, number} MB como máximo.',
    'evidence.refused.notPicture': '{file} no es una imagen JPEG, PNG ni WebP.',
    'evidence.refused.unreadable': '{file} no se puede mostrar: la imagen está dañada.',
    'evidence.refused.notJpeg': 'No es una imagen JPEG.',
    'evidence.refused.cutShort': 'La imagen termina a la mitad.',
    'evidence.refused.camera': 'El archivo lleva más que la imagen, por ejemplo dónde se tomó. Eso no se guarda.',
    'evidence.refused.pixels': 'La imagen tiene {width} × {height} píxeles; su lado mayor puede tener {most, number}.',
    'evidence.refused.unknown': '{unit} no tiene esa foto.',
    'evidence.refused.notHere': 'Esta foto sigue en la estación que la tomó.',
    'evidence.hint.again': 'Añádala en la pantalla del palé: allí se ajusta.',
    'evidence.hint.later': 'Llegará en cuanto esa estación alcance la central. Ya se sabe quién la tomó y cuándo.',
  },
});
