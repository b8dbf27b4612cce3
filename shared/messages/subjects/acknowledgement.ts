import { defineMessages } from '../define.ts';

export const acknowledgementMessages = defineMessages({
  en: {
    'acknowledgement.reason.TemporarilyUnavailable': 'Temporarily unavailable',
    'acknowledgement.reason.InvalidProductIdentifier': 'Not our product number',
    'acknowledgement.reason.ObsoleteProduct': 'No longer made',
    'acknowledgement.missing.product': 'product unknown',
    'acknowledgement.missing.case-size': 'case size unknown',
    'acknowledgement.missing.cost': 'cost unknown',
    'acknowledgement.documentState.prepared': 'prepared',
    'acknowledgement.documentState.handed-over': 'handed over',
    'acknowledgement.documentState.confirmed': 'confirmed',
    'acknowledgement.documentState.refused': 'refused',
    'acknowledgement.documentState.withdrawn': 'withdrawn',

    'acknowledgement.why.all': 'All {requested, number} are boxed and free.',
    'acknowledgement.why.part':
      'Boxed {boxed, number}{others, plural, =0 {} other {, promised to other orders #}}{heldBack, plural, =0 {} other {, kept for HPOs #}}: {accept, number} can be accepted. Reject {reject, number} now: that is cheaper than not shipping them.',
    'acknowledgement.why.wholeCases':
      '{there, number} are there, in whole cases of {unitSize, number} that makes {accept, number}. Reject {reject, number} now.',
    'acknowledgement.why.lessThanACase': '{there, number} are there, less than one case of {unitSize, number}. Reject all {reject, number} now.',
    'acknowledgement.why.none':
      'None is free: boxed {boxed, number}{others, plural, =0 {} other {, promised to other orders #}}{heldBack, plural, =0 {} other {, kept for HPOs #}}. Reject all {reject, number} now.',
    'acknowledgement.why.noProduct': 'No product of yours matches this line. Complete the product, or reject the line as not your product number.',
    'acknowledgement.why.noCaseSize': 'It is ordered in cases of a size that nobody has said. Complete the product, or reject the line.',
    'acknowledgement.why.finallyRejected': 'It was rejected before: at Amazon it can no longer be accepted.',
    'acknowledgement.why.customerCancelled': 'The customer cancelled this line: it needs no answer.',
    'acknowledgement.why.datesOnly': 'Quantities can no longer change: what was answered stands.',
    'acknowledgement.why.openOnly':
      'What was answered stands. The customer asks for {open, number} more since: {accept, number} of them are boxed and free.',

    'acknowledgement.clock.due': 'Answer by {dueAt}: {leftMs} left.',
    'acknowledgement.clock.overdue': 'The answer was due {dueAt}: overdue by {overdueMs}. Amazon may count every line as rejected. Answer now.',
    'acknowledgement.clock.changeable': 'Answered. Quantities can be changed until {untilAt}: {leftMs} left.',
    'acknowledgement.clock.datesOnly': 'Answered. Since {untilAt} only ship dates can be changed.',

    'acknowledgement.consequence.covered': 'All of it is boxed and free: no chargeback to expect.',
    'acknowledgement.consequence.rejectsRest': '{reject, number} rejected now: {rejectMoney}. What is accepted is boxed and free.',
    'acknowledgement.consequence.short':
      '{short, number} accepted that are not there: {acceptMoney} if they do not come. Rejecting them now: {rejectMoney}.',
    'acknowledgement.consequence.noCost': 'No cost is known for it, so nobody can say what a mistake costs.',

    'acknowledgement.exposure.answerBy':
      'Answer by {dueAt} ({leftMs} left). {priced, select, yes {If nobody answers and nothing leaves in the window: {percent, number} % of cost, {chargeMoney}.} other {Unanswered lines count as rejected.}}',
    'acknowledgement.exposure.unanswered':
      'Nobody has answered for {waitingMs}: the answer is overdue by {overdueMs}. Amazon may count every line as rejected. {window, select, known {It must leave by {shipAt}{priced, select, yes { or it costs {percent, number} % of cost, {chargeMoney}} other {}}.} other {}}',
    'acknowledgement.exposure.owed':
      '{units, number} units are promised{window, select, known { and must leave by {shipAt}} other {}}.{priced, select, yes { If they do not: {percent, number} % of cost, {chargeMoney}.} other {}}',
    'acknowledgement.exposure.windowMissed':
      'The window closed {lateMs} ago{answered, select, no {; nobody answered the order for {waitingMs}} other {}}. {units, number} units have not left, and routing for that window can no longer be asked. Leaving late: {latePercent, number} % of cost{latePriced, select, yes {, {lateMoney}} other {}}. Never leaving, once Amazon cancels the order by itself: {percent, number} % of cost{priced, select, yes {, {chargeMoney}} other {}}.',
    'acknowledgement.exposure.autoCancelled':
      'Cancelled by Amazon after the window had closed: {shipped, number} of {requested, number} units left in time. Chargeback on {units, number} units not filled: {percent, number} % of cost{priced, select, yes {, {chargeMoney}} other {}}. Amazon may suppress the listing.',
    'acknowledgement.exposure.cancelledHere':
      'Given up here with {units, number} units owed: to Amazon they were never filled, {percent, number} % of cost{priced, select, yes {, {chargeMoney}} other {}}.',
    'acknowledgement.exposure.released': 'The customer took it back before its window closed: nothing is owed.',
    'acknowledgement.exposure.shippedShort':
      '{units, number} accepted units did not leave: {percent, number} % of cost{priced, select, yes {, {chargeMoney}} other {}}.',

    'acknowledgement.refused.unknown': 'There is no order {po} here.',
    'acknowledgement.refused.thirdParty':
      '{po} is a third-party order ({channel, select, fba {Seller Central, FBA} other {Seller Central, FBM}}): only first-party vendor orders are acknowledged.',
    'acknowledgement.refused.ended': '{po} is {state, select, shipped {shipped} cancelled {cancelled} closed {closed} other {{state}}}: there is nothing left to answer.',
    'acknowledgement.refused.nothingAsked': '{po} asks for nothing any more: every line is at zero.',
    'acknowledgement.refused.unknownLine': 'The order has no line {line}.',
    'acknowledgement.refused.lineTwice': 'Line {line} is answered twice.',
    'acknowledgement.refused.linesMissing':
      '{count, plural, one {Line {lines} has no answer} other {# lines have no answer: {lines}}}. A line left out counts as rejected at Amazon, for ever.',
    'acknowledgement.refused.notAQuantity': 'Line {line} ({product}): quantities are whole numbers from zero.',
    'acknowledgement.refused.moreThanAsked':
      'Line {line} ({product}) asks for {requested, number}. You cannot accept {accept, number}{backorder, plural, =0 {} other { and back-order #}}.',
    'acknowledgement.refused.splitCase':
      'Line {line} ({product}) is ordered in cases of {unitSize, number}: {accept, number}{backorder, plural, =0 {} other { and # back-ordered}} would split a case.',
    'acknowledgement.refused.noProduct': 'Line {line}: no product of yours matches it, so nobody knows what to pick. It cannot be accepted yet.',
    'acknowledgement.refused.noCaseSize': 'Line {line} ({product}) is ordered in cases, and nobody has said how many are in one. It cannot be accepted yet.',
    'acknowledgement.refused.noCost': 'Line {line} ({product}) has no cost, neither in the order nor in the product. Amazon refuses the whole file without it.',
    'acknowledgement.refused.noBackorder': 'Line {line} ({product}): the customer allows no back order.',
    'acknowledgement.refused.reasonMissing': 'Line {line} ({product}): {rejected, number} would be rejected without a reason.',
    'acknowledgement.refused.finallyRejected': 'Line {line} ({product}) was rejected before. At Amazon a rejected line can never become accepted or back-ordered.',
    'acknowledgement.refused.belowPicked': 'Line {line} ({product}): you cannot go down to {accept, number}, {picked, number} are picked already.',
    'acknowledgement.refused.datesOnly': 'Line {line} ({product}): quantities could be changed until {untilAt}. Now only ship dates can.',
    'acknowledgement.refused.notThere':
      'Line {line} ({product}): you cannot accept {accept, number}, {boxed, number} are boxed{others, plural, =0 {} other {, # of them promised to other orders}}{heldBack, plural, =0 {} other {, # kept for HPOs}}: {free, number} can be accepted. More needs a supervisor and a reason.',
    'acknowledgement.refused.overrideReason': 'Accepting more than is there on line {line} needs a reason.',
    'acknowledgement.refused.unknownDocument': 'There is no such document here.',
    'acknowledgement.refused.heldBack': 'The document waits for a decision: the order is planned on two shipments.',
    'acknowledgement.refused.documentState':
      'The document is {from, select, prepared {prepared} handedOver {handed over} confirmed {confirmed} refused {refused} withdrawn {withdrawn} other {{from}}}: it cannot become {to, select, prepared {prepared} handedOver {handed over} confirmed {confirmed} refused {refused} other {{to}}}.',

    'acknowledgement.hint.import': 'Import its document, or check the number.',
    'acknowledgement.hint.callCustomer': 'If the customer wants it again, its new document brings it back.',
    'acknowledgement.hint.seePlan': 'Open the plan: it names every line and what it asks for.',
    'acknowledgement.hint.answerAll': 'Accept or reject each of them. The plan proposes an answer for every line.',
    'acknowledgement.hint.completeProduct': 'Complete the product, or reject the line with a reason.',
    'acknowledgement.hint.completeCost': 'Enter the cost in the product, then answer again.',
    'acknowledgement.hint.wholeCases': 'Answer in whole cases.',
    'acknowledgement.hint.newOrder': 'If you have the goods now, ask the customer for a new order.',
    'acknowledgement.hint.rejectInstead': 'Reject these units with a reason.',
    'acknowledgement.hint.nameReason': 'Choose a reason, such as “Temporarily unavailable”.',
    'acknowledgement.hint.putBack': 'Put the units back into a bin first, then answer again.',
    'acknowledgement.hint.datesOnly': 'Keep the quantities as they were answered, or call the customer.',
    'acknowledgement.hint.askSupervisor': 'Accept what is there and reject the rest, or ask a supervisor.',
    'acknowledgement.hint.overrideReason': 'Give the reason for accepting more, or accept what is there.',
    'acknowledgement.hint.seeDocuments': 'Open the list of documents and choose it there.',
    'acknowledgement.hint.handOverFirst': 'Hand it over first.',
  },
  es: {
    'acknowledgement.reason.TemporarilyUnavailable': 'No disponible por ahora',
    'acknowledgement.reason.InvalidProductIdentifier': 'No es un código nuestro',
    'acknowledgement.reason.ObsoleteProduct': 'Ya no se fabrica',
    'acknowledgement.missing.product': 'producto desconocido',
    'acknowledgement.missing.case-size': 'tamaño de caja desconocido',
    'acknowledgement.missing.cost': 'costo desconocido',
    'acknowledgement.documentState.prepared': 'preparado',
    'acknowledgement.documentState.handed-over': 'entregado',
    'acknowledgement.documentState.confirmed': 'confirmado',
    'acknowledgement.documentState.refused': 'rechazado',
    'acknowledgement.documentState.withdrawn': 'retirado',

    'acknowledgement.why.all': 'Las {requested, number} unidades están en caja y libres.',
    'acknowledgement.why.part':
      'En caja {boxed, number}{others, plural, =0 {} other {, prometidas a otros pedidos #}}{heldBack, plural, =0 {} other {, reservadas para HPO #}}: se pueden aceptar {accept, number}. Rechace {reject, number} ahora: sale más barato que no enviarlas.',
    'acknowledgement.why.wholeCases':
      'Hay {there, number}; en cajas completas de {unitSize, number} son {accept, number}. Rechace {reject, number} ahora.',
    'acknowledgement.why.lessThanACase': 'Hay {there, number}, menos de una caja de {unitSize, number}. Rechace las {reject, number} ahora.',
    'acknowledgement.why.none':
      'No hay ninguna libre: en caja {boxed, number}{others, plural, =0 {} other {, prometidas a otros pedidos #}}{heldBack, plural, =0 {} other {, reservadas para HPO #}}. Rechace las {reject, number} ahora.',
    'acknowledgement.why.noProduct': 'Ningún producto suyo coincide con esta línea. Complete el producto o rechácela: no es un código nuestro.',
    'acknowledgement.why.noCaseSize': 'Se pide en cajas y nadie ha dicho de cuántas unidades. Complete el producto o rechace la línea.',
    'acknowledgement.why.finallyRejected': 'Ya se rechazó antes: en Amazon no se puede volver a aceptar.',
    'acknowledgement.why.customerCancelled': 'El cliente canceló esta línea: no necesita respuesta.',
    'acknowledgement.why.datesOnly': 'Las cantidades ya no se pueden cambiar: vale lo respondido.',
    'acknowledgement.why.openOnly':
      'Vale lo respondido. Desde entonces el cliente pide {open, number} más: {accept, number} están en caja y libres.',

    'acknowledgement.clock.due': 'Responda antes de {dueAt}: quedan {leftMs}.',
    'acknowledgement.clock.overdue': 'La respuesta vencía {dueAt}: {overdueMs} de retraso. Amazon puede dar por rechazadas todas las líneas. Responda ya.',
    'acknowledgement.clock.changeable': 'Respondido. Las cantidades se pueden cambiar hasta {untilAt}: quedan {leftMs}.',
    'acknowledgement.clock.datesOnly': 'Respondido. Desde {untilAt} solo se pueden cambiar fechas de envío.',

    'acknowledgement.consequence.covered': 'Todo está en caja y libre: no se espera ningún cargo.',
    'acknowledgement.consequence.rejectsRest': '{reject, number} rechazadas ahora: {rejectMoney}. Lo aceptado está en caja y libre.',
    'acknowledgement.consequence.short':
      '{short, number} aceptadas que no están: {acceptMoney} si no llegan. Rechazarlas ahora: {rejectMoney}.',
    'acknowledgement.consequence.noCost': 'No se conoce su costo, así que nadie puede decir cuánto cuesta un error.',

    'acknowledgement.exposure.answerBy':
      'Responda antes de {dueAt} (quedan {leftMs}). {priced, select, yes {Si nadie responde y nada sale en la ventana: {percent, number} % del costo, {chargeMoney}.} other {Las líneas sin respuesta cuentan como rechazadas.}}',
    'acknowledgement.exposure.unanswered':
      'Nadie ha respondido en {waitingMs}: la respuesta lleva {overdueMs} de retraso. Amazon puede dar por rechazadas todas las líneas. {window, select, known {Debe salir antes de {shipAt}{priced, select, yes { o costará el {percent, number} % del costo, {chargeMoney}} other {}}.} other {}}',
    'acknowledgement.exposure.owed':
      'Hay {units, number} unidades prometidas{window, select, known { que deben salir antes de {shipAt}} other {}}.{priced, select, yes { Si no salen: {percent, number} % del costo, {chargeMoney}.} other {}}',
    'acknowledgement.exposure.windowMissed':
      'La ventana se cerró hace {lateMs}{answered, select, no {; nadie respondió el pedido en {waitingMs}} other {}}. {units, number} unidades no han salido y ya no se puede pedir transporte para esa ventana. Si salen tarde: {latePercent, number} % del costo{latePriced, select, yes {, {lateMoney}} other {}}. Si no salen y Amazon cancela el pedido por sí solo: {percent, number} % del costo{priced, select, yes {, {chargeMoney}} other {}}.',
    'acknowledgement.exposure.autoCancelled':
      'Cancelado por Amazon tras cerrarse la ventana: {shipped, number} de {requested, number} unidades salieron a tiempo. Cargo por {units, number} unidades no servidas: {percent, number} % del costo{priced, select, yes {, {chargeMoney}} other {}}. Amazon puede ocultar el producto.',
    'acknowledgement.exposure.cancelledHere':
      'Abandonado aquí con {units, number} unidades pendientes: para Amazon nunca se sirvieron, {percent, number} % del costo{priced, select, yes {, {chargeMoney}} other {}}.',
    'acknowledgement.exposure.released': 'El cliente lo retiró antes de cerrarse la ventana: no se debe nada.',
    'acknowledgement.exposure.shippedShort':
      '{units, number} unidades aceptadas no salieron: {percent, number} % del costo{priced, select, yes {, {chargeMoney}} other {}}.',

    'acknowledgement.refused.unknown': 'Aquí no hay ningún pedido {po}.',
    'acknowledgement.refused.thirdParty':
      '{po} es un pedido de terceros ({channel, select, fba {Seller Central, FBA} other {Seller Central, FBM}}): solo se responden los pedidos de proveedor directo.',
    'acknowledgement.refused.ended': '{po} está {state, select, shipped {enviado} cancelled {cancelado} closed {cerrado} other {{state}}}: no queda nada que responder.',
    'acknowledgement.refused.nothingAsked': '{po} ya no pide nada: todas las líneas están a cero.',
    'acknowledgement.refused.unknownLine': 'El pedido no tiene línea {line}.',
    'acknowledgement.refused.lineTwice': 'La línea {line} está respondida dos veces.',
    'acknowledgement.refused.linesMissing':
      '{count, plural, one {La línea {lines} no tiene respuesta} other {# líneas no tienen respuesta: {lines}}}. Una línea omitida cuenta como rechazada en Amazon, para siempre.',
    'acknowledgement.refused.notAQuantity': 'Línea {line} ({product}): las cantidades son números enteros desde cero.',
    'acknowledgement.refused.moreThanAsked':
      'La línea {line} ({product}) pide {requested, number}. No se pueden aceptar {accept, number}{backorder, plural, =0 {} other { y dejar # pendientes}}.',
    'acknowledgement.refused.splitCase':
      'La línea {line} ({product}) se pide en cajas de {unitSize, number}: {accept, number}{backorder, plural, =0 {} other { y # pendientes}} partiría una caja.',
    'acknowledgement.refused.noProduct': 'Línea {line}: ningún producto suyo coincide, así que nadie sabe qué recoger. Todavía no se puede aceptar.',
    'acknowledgement.refused.noCaseSize': 'La línea {line} ({product}) se pide en cajas y nadie ha dicho cuántas unidades trae una. Todavía no se puede aceptar.',
    'acknowledgement.refused.noCost': 'La línea {line} ({product}) no tiene costo, ni en el pedido ni en el producto. Sin él, Amazon rechaza el archivo entero.',
    'acknowledgement.refused.noBackorder': 'Línea {line} ({product}): el cliente no admite unidades pendientes.',
    'acknowledgement.refused.reasonMissing': 'Línea {line} ({product}): se rechazarían {rejected, number} sin motivo.',
    'acknowledgement.refused.finallyRejected': 'La línea {line} ({product}) ya se rechazó. En Amazon una línea rechazada nunca puede aceptarse ni quedar pendiente.',
    'acknowledgement.refused.belowPicked': 'Línea {line} ({product}): no se puede bajar a {accept, number}, ya hay {picked, number} recogidas.',
    'acknowledgement.refused.datesOnly': 'Línea {line} ({product}): las cantidades se podían cambiar hasta {untilAt}. Ahora solo las fechas de envío.',
    'acknowledgement.refused.notThere':
      'Línea {line} ({product}): no se pueden aceptar {accept, number}, hay {boxed, number} en caja{others, plural, =0 {} other {, # prometidas a otros pedidos}}{heldBack, plural, =0 {} other {, # reservadas para HPO}}: se pueden aceptar {free, number}. Más exige un supervisor y un motivo.',
    'acknowledgement.refused.overrideReason': 'Aceptar más de lo que hay en la línea {line} exige un motivo.',
    'acknowledgement.refused.unknownDocument': 'Aquí no hay ese documento.',
    'acknowledgement.refused.heldBack': 'El documento espera una decisión: el pedido está planificado en dos envíos.',
    'acknowledgement.refused.documentState':
      'El documento está {from, select, prepared {preparado} handedOver {entregado} confirmed {confirmado} refused {rechazado} withdrawn {retirado} other {{from}}}: no puede pasar a {to, select, prepared {preparado} handedOver {entregado} confirmed {confirmado} refused {rechazado} other {{to}}}.',

    'acknowledgement.hint.import': 'Importe su documento o revise el número.',
    'acknowledgement.hint.callCustomer': 'Si el cliente lo quiere otra vez, su nuevo documento lo trae de vuelta.',
    'acknowledgement.hint.seePlan': 'Abra el plan: nombra cada línea y lo que pide.',
    'acknowledgement.hint.answerAll': 'Acepte o rechace cada una. El plan propone una respuesta para todas.',
    'acknowledgement.hint.completeProduct': 'Complete el producto o rechace la línea con un motivo.',
    'acknowledgement.hint.completeCost': 'Escriba el costo en el producto y responda otra vez.',
    'acknowledgement.hint.wholeCases': 'Responda en cajas completas.',
    'acknowledgement.hint.newOrder': 'Si ahora tiene la mercancía, pida al cliente un pedido nuevo.',
    'acknowledgement.hint.rejectInstead': 'Rechace estas unidades con un motivo.',
    'acknowledgement.hint.nameReason': 'Elija un motivo, por ejemplo «No disponible por ahora».',
    'acknowledgement.hint.putBack': 'Devuelva primero las unidades a una ubicación y responda otra vez.',
    'acknowledgement.hint.datesOnly': 'Deje las cantidades como se respondieron o llame al cliente.',
    'acknowledgement.hint.askSupervisor': 'Acepte lo que hay y rechace el resto, o pida ayuda a un supervisor.',
    'acknowledgement.hint.overrideReason': 'Dé el motivo para aceptar más, o acepte lo que hay.',
    'acknowledgement.hint.seeDocuments': 'Abra la lista de documentos y elíjalo allí.',
    'acknowledgement.hint.handOverFirst': 'Entréguelo primero.',
  },
});
