/** Hot orders are few and asked for while goods are scanned in; orders of their states may be ten thousand. */
export const hotOrders = `CREATE INDEX purchase_order_by_state_hpo ON purchase_order (state, hpo);`;
