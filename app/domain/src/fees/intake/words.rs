//! Words that files of payments have for whether a payment succeeded, and for yes and no.

/// What became of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Paid,
    Failed,
    Refunded,
    Disputed,
}

const PAID: [&str; 13] = [
    "ok",
    "paid",
    "succeeded",
    "success",
    "successful",
    "completed",
    "complete",
    "captured",
    "settled",
    "成功",
    "已支付",
    "支付成功",
    "交易成功",
];
const FAILED: [&str; 13] = [
    "failed",
    "failure",
    "declined",
    "rejected",
    "canceled",
    "cancelled",
    "expired",
    "error",
    "voided",
    "失败",
    "支付失败",
    "已取消",
    "交易关闭",
];
const REFUNDED: [&str; 3] = ["refunded", "已退款", "全额退款"];
const DISPUTED: [&str; 3] = ["disputed", "chargeback", "拒付"];

const YES: [&str; 6] = ["yes", "y", "true", "t", "1", "是"];
const NO: [&str; 7] = ["", "no", "n", "false", "f", "0", "否"];

/// What became of a payment, in whichever of the words.
pub(super) fn status(text: &str) -> Option<Status> {
    let known: [(&[&str], Status); 4] = [
        (&PAID, Status::Paid),
        (&FAILED, Status::Failed),
        (&REFUNDED, Status::Refunded),
        (&DISPUTED, Status::Disputed),
    ];
    known.into_iter().find(|(words, _)| is_one_of(text, words)).map(|(_, status)| status)
}

/// Yes or no; an empty cell is no.
pub(super) fn flag(text: &str) -> Option<bool> {
    if is_one_of(text, &YES) {
        return Some(true);
    }
    is_one_of(text, &NO).then_some(false)
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_words_are_known_and_no_others() {
        let read = ["Paid", "succeeded", "FAILED", "已退款", "Chargeback"].map(status);
        let paid = Some(Status::Paid);
        let others = [Some(Status::Failed), Some(Status::Refunded), Some(Status::Disputed)];
        assert_eq!(read, [paid, paid, others[0], others[1], others[2]]);
        assert_eq!((status(""), status("pending"), status("partially refunded")), (None, None, None));
        assert_eq!(
            (flag("Yes"), flag("否"), flag(""), flag("maybe")),
            (Some(true), Some(false), Some(false), None)
        );
    }
}
