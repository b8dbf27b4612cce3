/** A made-up Amazon-shaped 850 rush order with `lines` lines. Synthetic: no public rush order exists. */
export function vendorOrder850(po: string, lines: number): string {
  const segments = [
    'ST*850*0001', `BEG*00*RO*${po}**20261124`, 'REF*CR*HOUBX', 'CSH*N', 'DTM*064*20261124', 'DTM*063*20261130', 'N1*ST**92*PHX3',
    ...Array.from({ length: lines }, (_, index) => `PO1*${index + 1}*12*EA*24.53*PE*VN*CG-${1000 + (index % 4000)}`),
    `CTT*${lines}`,
  ];
  return [
    'ISA*00*          *00*          *ZZ*AMAZON         *ZZ*VENDOR         *261124*0900*U*00401*000000001*0*T*>',
    'GS*PO*AMAZON*VENDOR*20261124*0900*1*X*004010', ...segments, `SE*${segments.length + 1}*0001`, 'GE*1*1', 'IEA*1*000000001', '',
  ].join('~');
}
