export {openLedger, type LedgerDatabase} from './ledger/open-ledger.js';
