### The chain: from the council's goals to a single action.
# An element in a sentence gives $noun, $nouns, $thenoun and $gender in the municipality's own words, and $number and $title.

## The page of an element
chain-line-title = Place in the chain
chain-lines-more = See the rest of the line on the map
chain-facts = In brief
chain-beside = Follows
chain-advice = Good to know
chain-more-steps = More you can do
chain-no-text = Nothing more has been written yet.
chain-see-map = See it on the map
chain-open-actions = Open actions
chain-actions-more = { $count ->
    [one] And { $count } more action.
   *[other] And { $count } more actions.
}
chain-pointing = { $count ->
    [one] Followed by { $count }
   *[other] Followed by { $count }
}
chain-branch-title = What serves { $thenoun }
chain-branch-empty = Nothing below serves { $thenoun } yet.
chain-branch-rest = { $count ->
    [one] There is { $count } more. See it on the map
   *[other] There are { $count } more. See them on the map
}
chain-count-below = { $word }, { $adopted } of them adopted
chain-also-under = also under { $numbers }
chain-due-short = due { $date }
chain-decided-on = { $date }, case { $case }
chain-position = { $title }, { $unit }
chain-position-choice = { $title }, { $unit }: { $holder }
chain-position-elsewhere = Another position
chain-mention-meta = { $noun } { $number }, { $owner }
chain-quality = { $met } of { $asked } marks of a good goal are in place.
chain-expected-effect = Expected { $noun }
chain-criterion-text = Criterion
chain-criterion-wanted = Goal
chain-figure = { $figure } { $unit }
chain-figure-on = { $figure } ({ $date })
chain-wanted = { $comparator } { $figure }
chain-criterion-said = { $text } ({ $marks })
chain-milestone-said = { $date }: { $text }

chain-stances = Who works on it
chain-coverage = Put before { $asked ->
    [one] { $asked } unit
   *[other] { $asked } units
}: { $takenup } work on it, { $declined } say that it is not relevant, and { $unanswered } have not answered.
chain-answer = Answer

chain-by-operator = the operator
chain-history-by = { $when }, { $who }
chain-history-stand-in = { $when }, { $who } for { $other }
chain-history-changed = Changed: { $fields }
chain-history-earlier = { $count ->
    [one] Show { $count } earlier event
   *[other] Show { $count } earlier events
}

chain-notice-returned = Sent back
chain-notice-withdrawn = Withdrawn
chain-notice-closed = Closed: { $outcome }
chain-notice-superseded = Superseded
chain-notice-orphan = { $thenoun } does not belong under anything yet
chain-notice-no-spec = The governance model no longer uses this at the owner's level. It can be closed, withdrawn or handed over.

## Next steps
chain-do-edit = Edit
chain-do-propose = Propose { $thenoun }
chain-do-put-in-force = Start { $thenoun }
chain-do-return = Send back
chain-do-adopt = Adopt { $thenoun }
chain-do-revise = Make a new edition
chain-do-track = Write the status
chain-do-harvest = Write the benefit
chain-do-withdraw = Withdraw
chain-do-supersede = Let something else take its place
chain-do-close = Close
chain-do-tie = Tie to something in the chain
chain-do-ask = Put before units
chain-do-answer = Answer for your unit
chain-do-draft-under = Add below

## New
chain-new-title = What do you want to create?
chain-new-lead = This is what the governance model uses and you can create.
chain-new-nothing = There is nothing you can create here. Ask whoever leads the unit, or your process consultant.
chain-new-nothing-under = The governance model has nothing you can create below this.
chain-new-unit-title = Who shall own { $thenoun }?
chain-new-unit-lead = Choose the unit that { $thenoun } belongs to.
chain-new-form-title = New { $noun }
chain-new-owner = Owned by { $unit }. It begins as a draft.
chain-save-draft = Save as a draft
chain-save-and-propose = Save and propose
chain-edit-title = Edit { $thenoun }
chain-revise-title = A new edition of { $thenoun }
chain-revise-lead = The edition in force now stays in the history.
chain-revise-do = Put the new edition in force
chain-revise-reason-hint = Why must what is in force be changed?
chain-not-ready-to-propose = { $thenoun } has not been proposed. Correct what is named below and try again.
chain-not-ready-to-start = { $thenoun } has not been started. Correct what is named below and try again.

chain-part-what = What and why
chain-part-ties = Place in the chain
chain-part-met = When it has been reached
chain-part-when = When and who
chain-part-sort = What sort
chain-part-grounds = Why, and who decided it

chain-hint-advised = { $hint } Advised in your governance model.
chain-hint-title = A short sentence that everybody understands.
chain-hint-text = What is it about? A few sentences will do.
chain-hint-vision = How does it look when it has succeeded?
chain-hint-motivation = Why does it matter now?
chain-hint-expected-effect = What will be different, and for whom?
chain-hint-target-group = Whom is it for?
chain-hint-orientation = Is something to change, or is what you do today to be kept up?
chain-hint-measure = Do you look at what citizens gain, or at what you deliver, do or spend?
chain-hint-scope = Does it concern one area, several together, or only the unit itself?
chain-hint-criteria = What do you look at to judge whether it has been reached? A figure makes it easier to follow.
chain-hint-direction = Which way should the figures go?
chain-hint-milestones = What shall be reached on the way?
chain-hint-responsible = The position that answers for it, also when the person changes.
chain-hint-documentation = Can it be measured, or must somebody judge it professionally?
chain-hint-follow-up = How and when do you look at how it is going?
chain-hint-policy-area = The policy area or appropriation that pays.
chain-hint-value-markers = The way in which you want to work.
chain-hint-sources = The plan, law or agreement it builds on.
chain-hint-tags = With commas between, for example health, children.
chain-hint-who = Who does it? The unit is already the owner.
chain-hint-benefit-promised = What is it to give?
chain-hint-horizon = For example 2026 or 2026-2029
chain-hint-horizon-meant = For example 2026-2029. The governance model means { $least }–{ $most } years.
chain-fault-horizon = Write a year, or two with a dash between, for example 2026-2029.
chain-criterion-no = { $noun } { $no }
chain-comparator-none = No figure
chain-more-targets = More targets
chain-more-rows = More rows
chain-under-hint = What does { $thenoun } serve?
chain-under-search = Search by word or number
chain-under-none = There is nothing to choose. Try another word.

chain-drafted = { $thenoun } { $number } has been created as a draft.
chain-saved = { $thenoun } { $number } has been saved.
chain-revised = { $thenoun } { $number } has a new edition.
chain-proposed = { $thenoun } { $number } has been proposed.
chain-put-in-force = { $thenoun } { $number } has been started.
chain-changed-meanwhile = { $thenoun } has been changed since you opened the page. Look at the text that stands now, and send again.

## Decision
chain-choose-body = Choose
chain-decision-body = Who decided
chain-decision-on = Date of the meeting
chain-decision-case = Case number
chain-decision-case-hint = The number in your case system.
chain-decision-text = Wording of { $thenoun }
chain-decision-text-hint = What was decided, and as which item?

## Deeds
chain-return-title = Send { $thenoun } back
chain-return-lead = Whoever wrote it can mend it and propose it again. Your note goes with it.
chain-return-note-hint = What would it take to adopt it?
chain-return-do = Send back
chain-return-done = { $thenoun } { $number } has been sent back.

chain-adopt-title = Adopt { $thenoun }
chain-adopt-lead = Write who adopted { $thenoun }, when and in which case. The text is kept as the first edition.
chain-adopt-do = Record the adoption
chain-adopt-done = { $thenoun } { $number } has been adopted.

chain-progress-title = Status of { $thenoun }
chain-progress-lead = What was agreed stands; only the status changes.
chain-progress-do = Save the status
chain-progress-done = The status of { $number } has been saved.
chain-dropped-hint = Write this if the action is given up.

chain-harvest-title = Benefit harvested
chain-harvest-lead = Write what { $thenoun } gave.
chain-harvest-hint = What came of it?
chain-harvest-promised = Promised was: { $promised }
chain-harvest-do = Save the benefit
chain-harvest-done = The benefit of { $number } has been saved.

chain-withdraw-title = Withdraw { $thenoun }
chain-withdraw-lead = { $thenoun } no longer holds, but stays in the history. This cannot be undone.
chain-withdraw-note-hint = Why is it withdrawn?
chain-withdraw-do = Withdraw { $thenoun }
chain-withdraw-done = { $thenoun } { $number } has been withdrawn.

chain-close-title = Close { $thenoun }
chain-close-lead = Write how it went. A decision is only needed where somebody has made one.
chain-close-note-hint = What did you reach, and what not? Must be filled in where it was not fully met.
chain-close-do = Close { $thenoun }
chain-close-done = { $thenoun } { $number } has been closed.

chain-supersede-title = What takes the place of { $thenoun }?
chain-supersede-lead = Choose what holds instead. { $thenoun } stays in the history and points there.
chain-supersede-none = Nothing in force here could take its place. Have the new one adopted first.
chain-supersede-do = Let it take the place of { $thenoun }
chain-supersede-done = { $thenoun } { $number } has been superseded.

chain-tie-title = Tie { $thenoun } to something in the chain
chain-tie-lead = Choose what { $thenoun } serves, and what is to be followed on the way.
chain-tie-standing = Tied to now
chain-tie-none = There is nothing more to tie to.
chain-tie-none-found = Nothing fits. Try another word or a number.
chain-tie-nothing-chosen = Choose at least one to tie to.
chain-tie-do = Tie to what is chosen
chain-tied = { $thenoun } { $number } has its new place in the chain.
chain-untied = { $number } is no longer tied to { $other }.

chain-ask-title = Put { $thenoun } before units
chain-ask-lead = The units answer whether they work on { $thenoun }, or why it is not relevant to them. Then everybody can see how far it reaches.
chain-ask-units = Units
chain-ask-none = Every unit here has been asked already. Choose another level.
chain-ask-more = { $count ->
    [one] Only the first unit is shown. Choose a type to see the rest.
   *[other] Only the first { $count } units are shown. Choose a type to see the rest.
}
chain-ask-nobody = Choose at least one unit.
chain-ask-do = Put before those chosen
chain-asked = { $thenoun } { $number } has been put before { $count ->
    [one] { $count } unit
   *[other] { $count } units
}.
chain-asked-again = { $unit } has been asked again.
chain-answer-title = Answer for { $unit }
chain-answer-lead = { $thenoun } has been put before you. You can always change the answer.
chain-answer-legend = Your answer
chain-answer-taken-up = We work on it
chain-answer-declined = It is not relevant here
chain-answer-reason-hint = Write why, if it is not relevant.
chain-answer-do = Send the answer
chain-taken-up = { $unit } works on { $number }.
chain-declined = { $unit } has answered that { $number } is not relevant.

chain-choose-unit = Choose a unit
chain-unit-choice = { $unit } ({ $level })
chain-hand-over-title = Hand over what { $unit } owns
chain-hand-over-lead = Everything { $unit } owns in the chain, and the agreements it is part of, go to another unit. What is over stays. The history goes along.
chain-hand-over-to = New owner
chain-hand-over-do = Hand it all over
chain-handed-over = { $count ->
    [0] There was nothing to hand over.
    [one] { $unit } now owns { $count } more.
   *[other] { $unit } now owns { $count } more.
}

## Editions
chain-editions-count = { $count ->
    [one] { $count } edition
   *[other] { $count } editions
}
chain-editions-title = Editions of { $thenoun }
chain-editions-lead = Each adoption is kept as an edition. The newest stands first.
chain-edition-title = Edition { $edition }, { $when }
chain-edition-decided = { $body }, { $date }, case { $case }
chain-edition-first = The first edition.
chain-edition-now = See the edition in force
chain-edition-before = Before
chain-edition-after = Now

## Who may
denied-draft-element = It is created and edited by those who work in the unit, their leaders and the process consultant.
denied-propose-element = It is proposed by the unit's leader, a leader above it or the process consultant.
denied-return-element = It is sent back by whoever speaks for the adopting body, a leader above the owner or the process consultant.
denied-adopt-element = It is decided by the adopting body, and recorded by its chair or leader or by the process consultant.
denied-withdraw-element = It is withdrawn by the unit's leader, a leader above it or the process consultant.
denied-run-element = It is run by the unit's leader, a leader above it or the process consultant.
denied-tie-element = It is tied by the unit's leader, a leader above it or the process consultant.
denied-ask-stance = It is put before units by the owner's leader, a leader above it or the process consultant.
denied-answer-stance = The unit's leader answers, or a leader above it.
denied-hand-over-element = It is handed over by a leader above the unit, the executive board, the process consultant or an administrator.

## Follow-up and agreements on an element's page
chain-followed = How it is going
chain-followed-goals = { $count ->
    [one] One goal below
   *[other] { $count } goals below
}
chain-followed-agreements = Stands in the agreements
agreement-line = { $kind } { $years }: { $agents }
