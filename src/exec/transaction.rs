//! Transactions as procedures of MySQL begin and end them. Those of a session's own statements are
//! in `session/transaction.rs`.

use super::Cx;
use crate::catalog::NameRule;
use crate::error::{ErrorKind, Result, Undo};
use crate::syntax::ast::{BeginMode, StatementKind};
use crate::txn::{Savepoint, Txn, TxnState};

impl Cx<'_> {
    /// Makes everything so far final.
    pub(super) fn commit(&mut self) {
        if !self.undo.is_append_only() {
            self.undo.commit(self.store);
        }
        *self.txn = Txn::default();
    }

    /// Without autocommit a statement begins a transaction.
    pub(super) fn begin_by_itself(&mut self) {
        if self.state.settings.manual_commit && self.txn.state == TxnState::Idle {
            self.txn.begin(self.undo);
        }
    }

    /// START TRANSACTION and the like. `names` says which names of savepoints are the same.
    ///
    /// # Errors
    /// A savepoint that is not there.
    pub(super) fn transact(&mut self, kind: &StatementKind, names: NameRule) -> Result<()> {
        let open = self.txn.state == TxnState::Open;
        match kind {
            StatementKind::Begin(mode) => {
                self.commit();
                self.txn.begin(self.undo);
                self.txn.read_only = *mode == BeginMode::ReadOnly;
            }
            StatementKind::Commit { chain } => {
                self.commit();
                if *chain {
                    self.txn.begin(self.undo);
                }
            }
            StatementKind::Rollback { to: None, chain } => {
                if open {
                    let start = self.txn.start(self.undo);
                    self.take_back(start, Undo::Transaction);
                    self.commit();
                }
                if *chain {
                    self.txn.begin(self.undo);
                }
            }
            StatementKind::Savepoint(name) if open => {
                let (name, mark) = (name.text.clone(), self.undo.mark());
                let pending = self.pending.len();
                let (begins, deferred, put_off) = (false, 0, 0);
                let point = Savepoint { name, mark, begins, pending, deferred, put_off };
                self.txn.save(point, Some(names));
            }
            StatementKind::Rollback { to: Some(name), .. } | StatementKind::Release(name) => {
                let Some(found) = self.txn.find(&name.text, names) else {
                    let name = name.text.to_string();
                    return Err(ErrorKind::NoSuchSavepoint { name }.nowhere());
                };
                let releases = matches!(kind, StatementKind::Release(_));
                self.txn.savepoints.truncate(found + usize::from(!releases));
                if !releases {
                    self.take_back(self.txn.savepoints[found].mark, Undo::Transaction);
                }
            }
            _ => {}
        }
        Ok(())
    }
}
