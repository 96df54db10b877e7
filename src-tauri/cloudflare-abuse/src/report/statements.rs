//! Legal statements, as witnesses: a value of these types can only be had from what a person said.

/// That a person agreed to all three statements of a DMCA report: being bound by 17 U.S.C. 512(f), a belief in good
/// faith about the material, and the authority to act.
///
/// Page: "Submit an abuse report", `agree`; the wording is that of its refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreed(());

impl Agreed {
    /// `None` unless a person agreed to each of the three: liability, good faith, authority.
    #[must_use]
    pub fn to_all_three(liability: bool, good_faith: bool, authority: bool) -> Option<Self> {
        (liability && good_faith && authority).then_some(Self(()))
    }
}

/// That a person made both statements of a registrar request.
///
/// Page: "Submit an abuse report", `reg_who_good_faith_affirmation` and `reg_who_lawful_processing_agreement`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Affirmed(());

impl Affirmed {
    /// `None` unless a person made both: that the request is made in good faith, and that the answer will be processed
    /// lawfully.
    #[must_use]
    pub fn both(good_faith: bool, lawful_processing: bool) -> Option<Self> {
        (good_faith && lawful_processing).then_some(Self(()))
    }
}
