/**
 * What a receiving dock takes. Sources disagree (Amazon's 2016 transport manual: 50 in single, 100 in double stacked, up
 * to 104 in when nothing may stand on it; FBA pages: 72 and 100 in), so beyond them is a warning and never a refusal, and a
 * site sets its own height and weight of a pallet.
 */
export const limits = {
  /** 1,500 lb. */
  palletGrams: 680_389,
  /** 50 in: higher pallets are not double stacked. */
  stackablePalletMm: 1_270,
  /** 104 in. */
  palletMm: 2_642,
  /** 50 lb: above, a carton needs a "team lift" label. */
  cartonGrams: 22_680,
  /** 25 in. */
  cartonSideMm: 635,
} as const;

/** The wood itself: 40 x 48 in GMA pallets weigh 15 to 22 kg and stand 144 mm high, as EUR pallets do (EN 13698-1). */
export const emptyPallet = { grams: 20_000, millimetres: 144, longMm: 1_219, wideMm: 1_016 } as const;
