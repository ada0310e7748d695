# The rules of the chain: what happened, why something was refused, and advice along the way.
# An element in a sentence gives $noun, $nouns, $thenoun and $gender in the municipality's own words, and $number and $title.

## States
state-draft = draft
state-proposed = proposed
state-returned = returned
state-adopted = adopted
in-force-without-decision = in force
state-closed = closed
state-withdrawn = withdrawn
state-superseded = superseded

outcome-met = met
outcome-partly = partly met
outcome-not-met = not met

progress-planned = planned
progress-running = under way
progress-done = done
progress-dropped = dropped

## Choices in the fields
orientation-development = Development
orientation-operations = Operations

measure-effect = Effect for citizens
measure-output = What is delivered
measure-activity = What is done
measure-input = What is spent

scope-specific = For one area
scope-cross-cutting = Cross-cutting
scope-own = The unit’s own

direction-up = Higher is better
direction-down = Lower is better
direction-hold = Hold the level

documentation-measurement = Measurement
documentation-assessment = Professional assessment

comparator-at-least = At least
comparator-at-most = At most
comparator-hold = Exactly

answer-asked = Not answered yet
answer-taken-up = Working on it
answer-declined = Not relevant here

stance-verb-ask-again = Ask again

## Fields
field-title = Title
field-text = Description
field-horizon = Runs in the years
field-tags = Tags
field-owner = Owner
field-under = Stands under
field-vision = Vision
field-motivation = Motivation
field-expected-effect = Expected effect
field-target-group = Target group
field-orientation = Development or operations
field-measure = What is measured
field-scope = Whose goal it is
field-criteria = Success criteria
field-criterion = Success criterion
field-indicator = Indicator
field-comparator = Comparison
field-value = Value
field-unit = Unit of the figure
field-baseline = Baseline
field-baseline-on = Date of the baseline
field-targets = Targets on the way
field-target-on = Date of the target
field-target-value = Value of the target
field-direction = Direction
field-start = Starts
field-due = Due
field-milestones = Milestones
field-milestone = Milestone
field-milestone-on = Date of the milestone
field-responsible = Responsible position
field-documentation = How the effect is documented
field-follow-up = Follow-up
field-policy-area = Policy area
field-value-markers = Value markers
field-sources = Sources
field-progress = Progress
field-from = From
field-to = To
field-who = Who
field-dropped-because = Dropped because
field-cost = Cost
field-benefit-promised = Benefit promised
field-benefit-harvested = Benefit harvested
field-note = Note
field-reason = Reason
field-decision = Decision
field-outcome = Outcome
field-by = Superseded by

## What can be done, as it stands after “cannot be”
verb-edit = edited
verb-propose = proposed
verb-return = returned
verb-adopt = adopted
verb-put-in-force = started
verb-revise = changed by a new edition
verb-track = given a new progress
verb-hand-over = handed over
verb-withdraw = withdrawn
verb-supersede = superseded
verb-close = closed

## What happened
event-element-drafted = {$thenoun} {$number} “{$title}” was started as a draft
event-element-edited = {$thenoun} {$number} “{$title}” was edited
event-element-proposed = {$thenoun} {$number} “{$title}” was proposed
event-element-returned = {$thenoun} {$number} “{$title}” was returned: {$note}
event-element-adopted = {$thenoun} {$number} “{$title}” was adopted on {$on} in case {$case}
event-element-put-in-force = {$thenoun} {$number} “{$title}” was started
event-element-revised = {$thenoun} {$number} “{$title}” came in edition {$edition}: {$reason}
event-element-revised-by-decision = {$thenoun} {$number} “{$title}” came in edition {$edition} by a decision on {$on} in case {$case}: {$reason}
event-element-progress = {$thenoun} {$number} “{$title}” is now {$progress}
event-element-dropped = {$thenoun} {$number} “{$title}” was dropped: {$reason}
event-element-harvested = The benefit of {$thenoun} {$number} “{$title}” was recorded
event-element-handed-over = {$thenoun} {$number} “{$title}” was handed over to {$unit}
event-element-withdrawn = {$thenoun} {$number} “{$title}” was withdrawn: {$note}
event-element-superseded = {$thenoun} {$number} “{$title}” was superseded by {$bynumber} “{$bytitle}”
event-element-closed = {$thenoun} {$number} “{$title}” was closed as {$outcome}
event-element-closed-by-decision = {$thenoun} {$number} “{$title}” was closed as {$outcome} by a decision on {$on} in case {$case}

event-tie-made = {$thenoun} {$number} “{$title}” was tied to {$parentnumber} “{$parenttitle}”
event-tie-cut = {$thenoun} {$number} “{$title}” is no longer tied to {$parentnumber} “{$parenttitle}”
event-tie-marked = {$thenoun} {$number} “{$title}” now follows {$parentnumber} “{$parenttitle}”
event-tie-unmarked = {$thenoun} {$number} “{$title}” no longer follows {$parentnumber} “{$parenttitle}”

event-stance-asked = {$unit} was asked to answer {$thenoun} {$number} “{$title}”
event-stance-asked-again = {$unit} was asked again to answer {$thenoun} {$number} “{$title}”
event-stance-taken-up = {$unit} works on {$thenoun} {$number} “{$title}”
event-stance-declined = {$unit} answered that {$thenoun} {$number} “{$title}” is not relevant there: {$reason}

event-decision-recorded = {$body} made a decision on {$on} in case {$case}

## Refused: the state does not fit
refused-element-draft = {$thenoun} {$number} is a draft and cannot be {$verb}. A draft can be edited, proposed, handed over or withdrawn; where nobody has to adopt it, it can be started.
refused-element-proposed = {$thenoun} {$number} is proposed and cannot be {$verb}. It can be adopted, returned, handed over or withdrawn. To change the text, return it first.
refused-element-returned = {$thenoun} {$number} has been returned and cannot be {$verb}. Edit it and propose it again.
refused-element-adopted = {$thenoun} {$number} is in force and cannot be {$verb}. Make a new edition to change the text; otherwise it can be handed over, superseded, closed or withdrawn.
refused-element-closed = {$thenoun} {$number} is closed and cannot be {$verb}. Start a new one if the work is to go on.
refused-element-withdrawn = {$thenoun} {$number} is withdrawn and cannot be {$verb}. Start a new one if it is to hold after all.
refused-element-superseded = {$thenoun} {$number} is superseded and cannot be {$verb}. Go to what took its place.

## Refused: the model says otherwise
refused-element-level = In the governance model the level {$level} has no {$nouns}. Choose a unit at another level.
refused-owner-closed = {$unit} is not open on that day. Choose a unit that is, for example the one that carries on its work.
refused-element-not-in-model = The governance model no longer has {$nouns} at the level {$level}. {$thenoun} {$number} can be handed over to another level, closed or withdrawn.
refused-element-needs-no-adoption = {$thenoun} {$number} needs no adoption. Start it.
refused-element-needs-adoption = {$thenoun} {$number} is adopted at the level {$level}. Propose it there.
refused-decision-by-another-level = {$thenoun} {$number} is adopted at the level {$level}. Choose a decision made there.
refused-decision-by-another-body = {$unit} cannot adopt {$thenoun} {$number}. Choose the body that the owner belongs under.
refused-decision-ahead = The day {$on} has not come yet. Record the decision when it has been made.
refused-revise-without-decision = {$thenoun} {$number} was adopted at the level {$level}. Choose the decision made there that changes it.
refused-revise-without-reason = Write why what is in force has to change.
refused-revise-unchanged = Nothing in {$thenoun} {$number} has changed. Edit the text before you make a new edition.
refused-return-without-note = Write what it takes before it can be adopted.
refused-withdraw-without-note = Write why it is withdrawn.
refused-close-without-note = Write why it was not fully met.
refused-supersede-by-itself = {$thenoun} {$number} cannot take its own place. Choose what is to hold instead.
refused-supersede-by-what-is-not-in-force = {$thenoun} {$number} is not in force yet and cannot take the place of anything. Have it adopted first.
refused-hand-over-to-owner = {$unit} already owns {$thenoun} {$number}. Choose another unit.
refused-hand-over-level = At the level {$level} the governance model has no {$nouns}. Choose a unit at a level that can own {$thenoun} {$number}.
refused-not-an-action = {$thenoun} {$number} is not an action and has no progress of that sort. Follow it up in a round.

## Refused: something is missing
refused-missing-text = Describe what it is about.
refused-missing-vision = Write the vision: how it looks once it has come true.
refused-missing-motivation = Write why it matters now.
refused-missing-expected-effect = Write which effect you expect, and for whom.
refused-missing-target-group = Write whom it is for.
refused-missing-orientation = Choose whether it is development or operations.
refused-missing-measure = Choose whether it measures the effect, or what is delivered, done or spent.
refused-missing-scope = Choose whether it is for one area, cross-cutting or the unit’s own.
refused-missing-criteria = Write at least one success criterion: when is it met?
refused-missing-indicator = Give at least one success criterion a figure that can be measured, for example at least 90%.
refused-missing-baseline = Write where the figure of at least one success criterion stands today.
refused-missing-direction = Choose whether the figure should go up, go down or hold its level.
refused-missing-start = Choose when it starts.
refused-missing-due = Set a due date.
refused-missing-milestones = Write at least one milestone with a date.
refused-missing-responsible = Choose the position that is responsible.
refused-missing-documentation = Choose whether the effect is documented by measurement or by professional assessment.
refused-missing-follow-up = Write how it will be followed up.
refused-missing-policy-area = Write the policy area or appropriation that pays for it.
refused-missing-value-markers = Choose at least one value marker.
refused-missing-sources = Choose at least one source it builds on.
refused-missing-tie = {$thenoun} has to stand under something. Choose what it contributes to.

## Refused: the text contradicts itself
refused-horizon-backwards = The last year comes before the first. Swap them.
refused-due-before-start = The due date {$to} comes before the start {$from}. Choose a later due date or an earlier start.
refused-to-before-from = The last day {$to} comes before the first day {$from}. Choose a later last day.
refused-criterion-without-value = “{$criterion}” has a comparison but no figure. Write the figure or remove the comparison.
refused-criterion-without-comparator = “{$criterion}” has a figure but no comparison. Choose at least, at most or exactly.
refused-baseline-without-date = “{$criterion}” has a baseline without a date. Write when the figure is from.
refused-baseline-without-value = “{$criterion}” has a date for its baseline but no figure. Write the figure or remove the date.
refused-target-twice = “{$criterion}” has two targets on {$on}. Keep one of them.
refused-dropped-without-reason = Write why the action is dropped.
refused-cost-negative = The cost cannot be below nought. Write a saving as a benefit.
refused-too-many = {$field}: there are {$many}, and there is room for {$most}. Remove some.

## Refused: it cannot hang together like that
refused-tie-to-itself = {$thenoun} {$number} cannot stand under itself. Choose something else.
refused-tie-to-what-is-over = {$thenoun} {$number} is {$state} and cannot be tied to anything. Choose something that is in force or on its way.
refused-tie-at-top = {$thenoun} {$number} stands at the top of the governance model and cannot stand under {$parentnumber}. Tie {$parentnumber} to {$number} instead.
refused-tie-not-under = {$thenoun} {$number} cannot stand under {$parentnumber} in the governance model.
refused-tie-may-under = In the governance model it can stand under: {$noun}.
refused-tie-circle = {$thenoun} {$number} would come to stand under itself, by way of {$path}. Cut a link on that way first.
refused-mark-not-beside = {$thenoun} {$number} and {$parentnumber} cannot be tied like that: only value markers and sources can be followed, and only by elements of the chain itself.

refused-stance-asked = {$unit} has not answered {$thenoun} {$number} yet. Wait for the answer before you ask again.
refused-stance-taken-up = {$unit} already works on {$thenoun} {$number}.
refused-stance-declined = {$unit} has already answered that {$thenoun} {$number} is not relevant there.
refused-stance-not-in-force = {$thenoun} {$number} is not in force. Put it before the units once it has been adopted.
refused-stance-owner = {$unit} owns {$thenoun} {$number} itself. Ask the units below.
refused-decline-without-reason = Write why it is not relevant to you.

## Advice
advice-horizon = It runs for { $years ->
        [one] {$years} year
       *[other] {$years} years
    }; the governance model means {$least}–{$most} years.
advice-vague = Can it be counted? These words do not say when it is met: {$words}. Write a figure, or make a success criterion with one.
advice-count-under = There { $count ->
        [one] is {$count} {$noun}
       *[other] are {$count} {$nouns}
    }; the governance model means {$least}–{$most}. Some are missing.
advice-count-over = There { $count ->
        [one] is {$count} {$noun}
       *[other] are {$count} {$nouns}
    }; the governance model means {$least}–{$most}. Few are better than many: leave some out or bring them together.

balance-none-cross-cutting = None of the {$goals} goals is cross-cutting. Is there something you would reach better together with others?
balance-mostly-production = Most of the {$goals} goals are about what is delivered, done or spent. Write more of them about what citizens gain.
balance-mostly-operations = Among the {$goals} goals there are more for operations than for development. Is that intended?
balance-only-own = All {$goals} goals are the unit’s own. At least one ought to answer what was asked from above.
balance-mostly-unsaid = Many of the {$goals} goals do not say whether they measure effect or production. Choose, so that the balance can be seen.

quality-effect = Has an expected effect
quality-effect-advice = Write what will be different, and for whom.
quality-measurable = Can be measured
quality-measurable-advice = Give a success criterion a figure: at least, at most or exactly how much?
quality-baseline = Has a baseline and a figure to reach
quality-baseline-advice = Write where the figure stands today and where it is going.
quality-owner = Has somebody responsible
quality-owner-advice = Choose the position that answers for it.
quality-deadline = Has a due date
quality-deadline-advice = Set a date on which it shall be met.
quality-decision = Has been adopted
quality-decision-advice = Have it adopted, so that everybody sees who stands behind it.
quality-money = Is tied to the money
quality-money-advice = Write the policy area or appropriation that carries it.
quality-tied = Contributes to something above
quality-tied-advice = Tie it to what it helps to reach.
quality-aim = Aims at an effect
quality-aim-advice = Measure what citizens gain rather than what is delivered.
quality-few = Is one of few
quality-few-advice = Its owner has more than the governance model means. Choose the most important.
