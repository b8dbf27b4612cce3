import { decideStaffPut } from '../../../shared/domain/staffing/decide-staff.ts';
import { hashPin } from '../pin.ts';
import { staffViews } from '../queries/people.ts';
import { act, api } from './base.ts';

export const people = {
  list: api.people.list.handler(({ context }) => staffViews(context.station)),
  put: api.people.put.handler(async ({ context, input: { pin, ...person } }) => {
    const pinHash = pin === null ? null : await hashPin(pin);
    act(context, (reader, decision) => decideStaffPut(reader, { ...person, pinHash }, decision));
    return staffViews(context.station);
  }),
};
