### The rules of agreements: what happened, why something was refused, and advice along the way.
### An agreement in a sentence gives $noun, $nouns, $thenoun and $gender in the municipality's own words for its kind, and
### $number. Where the sentence is about a goal they are the goal's, and the agreement's number is $agreement.

## States
agreement-state-draft = draft
agreement-state-hearing = in hearing
agreement-state-dialogue = in dialogue
agreement-state-submitted = submitted
agreement-state-returned = returned
agreement-state-approved = approved
agreement-state-reported = reported
agreement-state-closed = closed
agreement-state-withdrawn = withdrawn

counter-state-open = waiting for an answer
counter-state-accepted = accepted
counter-state-accepted-with-change = accepted with a change
counter-state-declined = declined
counter-state-taken-back = taken back

## Words
goal-place-taken-over = From above
goal-place-shared = Shared with others
goal-place-own = Our own

side-principal = the principal
side-agent = the agent

heard-employees = the employees
heard-works-council = the works council
heard-user-board = the user board

latitude-fixed = Fixed for all
latitude-free = Yours to choose

renewal-carry = Carried on
renewal-change = Written anew
renewal-drop = Left out

difference-how-added = New
difference-how-changed = Changed
difference-how-moved = Moved
difference-how-left = Left out

## Fields
field-agreement-kind = Kind of agreement
field-principal = Principal
field-agents = Agents
field-period = Holds in the years
field-sections = Sections
field-themes = Themes
field-frame = Budget frame
field-frame-source = Where the frame stands
field-reporting = Reporting
field-goals = Goals
field-actions = Actions
field-goal-place = Comes from
field-goal-note = Agreed about the goal

## What can be done, as it stands after “cannot be”
agreement-verb-edit = edited
agreement-verb-hear = put to hearing
agreement-verb-give-input = given hearing input
agreement-verb-open-dialogue = opened for dialogue
agreement-verb-negotiate = negotiated
agreement-verb-submit = submitted
agreement-verb-sign = signed
agreement-verb-return = returned
agreement-verb-approve = approved
agreement-verb-amend = amended by a new edition
agreement-verb-drop-amendment = taken back to the edition in force
agreement-verb-report = reported on
agreement-verb-return-report = given its report back
agreement-verb-close = closed
agreement-verb-hand-over = handed over
agreement-verb-withdraw = withdrawn

## What happened
event-agreement-drafted = {$thenoun} {$number} between {$principal} and {$agents} for {$years} was started as a draft
event-agreement-renewed = {$thenoun} {$number} between {$principal} and {$agents} for {$years} was started as a draft from {$from}
event-agreement-edited = {$thenoun} {$number} was edited
event-agreement-put-to-hearing = {$thenoun} {$number} was put to hearing
event-agreement-heard = Hearing input to {$thenoun} {$number} from {$group}: {$from}
event-agreement-put-to-dialogue = {$thenoun} {$number} was opened for dialogue
event-agreement-submitted = {$thenoun} {$number} was submitted for approval with the seal {$seal}
event-agreement-signed = {$thenoun} {$number} was signed for {$unit} on the seal {$seal}
event-agreement-returned = {$thenoun} {$number} was returned: {$note}
event-agreement-approved = {$thenoun} {$number} was approved in edition {$edition}
event-agreement-approved-by-decision = {$thenoun} {$number} was approved in edition {$edition} by a decision on {$on} in case {$case}
event-agreement-amending = An amendment of {$thenoun} {$number} was begun: {$reason}
event-agreement-amended = {$thenoun} {$number} was amended and approved in edition {$edition}: {$reason}
event-agreement-amended-by-decision = {$thenoun} {$number} was amended and approved in edition {$edition} by a decision on {$on} in case {$case}: {$reason}
event-agreement-amendment-dropped = The amendment of {$thenoun} {$number} was dropped; edition {$edition} still holds
event-agreement-reported = {$thenoun} {$number} was reported on
event-agreement-report-returned = The report on {$thenoun} {$number} was returned: {$note}
event-agreement-closed = {$thenoun} {$number} was closed
event-agreement-closed-with-note = {$thenoun} {$number} was closed: {$note}
event-agreement-handed-over = {$thenoun} {$number} was handed over from {$from} to {$unit}
event-agreement-withdrawn = {$thenoun} {$number} was withdrawn: {$note}

event-counter-proposed = In {$agreement} {$side} proposed something else for {$thenoun} {$number} “{$title}” ({$field}): {$because}
event-counter-accepted = In {$agreement} the proposal by {$side} about {$thenoun} {$number} “{$title}” ({$field}) was accepted
event-counter-accepted-with-change = In {$agreement} the proposal by {$side} about {$thenoun} {$number} “{$title}” ({$field}) was accepted with a change
event-counter-declined = In {$agreement} the proposal by {$side} about {$thenoun} {$number} “{$title}” ({$field}) was declined: {$answer}
event-counter-taken-back = In {$agreement} {$side} took back the proposal about {$thenoun} {$number} “{$title}” ({$field})

## Refused: the state does not fit
refused-agreement-draft = {$thenoun} {$number} is a draft and cannot be {$verb}. A draft can be edited, put to hearing and opened for dialogue.
refused-agreement-hearing = {$thenoun} {$number} is in hearing and cannot be {$verb}. Write down what is said, then open the dialogue.
refused-agreement-dialogue = {$thenoun} {$number} is in dialogue and cannot be {$verb}. Agree, and then submit it for approval.
refused-agreement-submitted = {$thenoun} {$number} is submitted and cannot be {$verb}. To change the text, have it returned first.
refused-agreement-returned = {$thenoun} {$number} has been returned and cannot be {$verb}. Edit the text and submit it again.
refused-agreement-approved = {$thenoun} {$number} is approved and cannot be {$verb}. To change something, begin a new edition and say why.
refused-agreement-reported = {$thenoun} {$number} has been reported on and cannot be {$verb}. The report can be returned, or the agreement closed.
refused-agreement-closed = {$thenoun} {$number} is closed and cannot be {$verb}. What is to go on is agreed for the new year.
refused-agreement-withdrawn = {$thenoun} {$number} is withdrawn and cannot be {$verb}. Start a new draft if something is to be agreed after all.
refused-agreement-in-force = {$thenoun} {$number} is in force, and what is in force is not withdrawn. Drop the amendment, or report and close.
refused-agreement-never-in-force = {$thenoun} {$number} has not been approved, so there is no edition to go back to. Withdraw the draft if it is to be given up.

## Refused: the model says otherwise
refused-agreement-kind = The governance model has no {$noun} of that kind. Choose one it has.
refused-agreement-kind-gone = The governance model no longer has the kind that {$number} ({$noun}) is of. Close it, or start a new one of a kind the model has.
refused-agreement-principal = {$unit} cannot be the principal in {$thenoun}. Choose a unit at the level {$level}.
refused-agreement-agent = {$unit} cannot be the agent in {$thenoun}. Choose a unit at the level {$level}.
refused-agreement-without-agent = {$thenoun} lacks an agent. Choose at least one unit at the level {$level}.
refused-agreement-several-agents = {$thenoun} has one agent only. Choose one unit, or make an agreement with each.
refused-agreement-party-twice = {$unit} stands twice in {$thenoun}. Remove it in one place.
refused-agreement-twice = {$unit} already has the {$noun} {$other} for {$years} ({$state}). Go on with that one, or choose other years.
refused-agreement-nobody-to-hear = The governance model asks for nobody to be heard about {$thenoun} {$number}. Open the dialogue straight away.
refused-agreement-approve-without-decision = {$thenoun} {$number} is approved politically at the level {$level}. Write the decision that was made there.
refused-agreement-decision-level = {$thenoun} {$number} is approved at the level {$level}. Choose a decision made there.
refused-agreement-hand-over-from = {$from} is no party in {$thenoun} {$number} and cannot be followed by {$unit}. Choose one that is.
refused-agreement-hand-over-to-party = {$unit} cannot take the place of {$from} in {$thenoun} {$number}. Choose another unit than {$from} itself and the other party.
refused-agreement-hand-over-level = {$unit} cannot take the place of {$from} in {$thenoun} {$number}. Choose a unit at the level {$level}.

## Refused: something is missing or contradicts itself
refused-agreement-counter-open = { $open ->
        [one] A proposal in {$thenoun} {$number} waits
       *[other] {$open} proposals in {$thenoun} {$number} wait
    } for the other side’s answer. Have that answered or taken back first.
refused-agreement-theme-unanswered = This year’s theme “{$theme}” has no answer. Write it first.
refused-agreement-element-unknown = A goal or an action is no longer there. Remove the line.
refused-agreement-element-over = {$thenoun} {$number} “{$title}” is {$state}. Take it out.
refused-agreement-element-changed = {$thenoun} {$number} “{$title}” is no longer as in the text that was submitted. Send the agreement back, so that it can be submitted anew.
refused-agreement-element-twice = {$thenoun} {$number} “{$title}” stands twice. Remove it in one place.
refused-agreement-element-lacks = {$thenoun} {$number} “{$title}” lacks something: {$field}. Write it before you submit.
refused-agreement-not-a-goal = {$thenoun} {$number} “{$title}” is nothing that can be agreed as a goal. Remove the line.
refused-agreement-not-an-action = {$thenoun} {$number} “{$title}” is not an action. Move the line up to the goals.
refused-agreement-section-twice = The heading “{$heading}” stands twice. Bring the two sections together.
refused-agreement-theme-twice = The theme “{$theme}” stands twice. Bring the two answers together.
refused-agreement-return-without-note = Write what it takes before it can be approved.
refused-agreement-withdraw-without-note = Write why the draft is withdrawn.
refused-agreement-amend-without-reason = Write why what was agreed has to change: an adopted budget, a new law, a new policy.
refused-agreement-report-empty = Write how it went with what was agreed.
refused-agreement-return-report-without-note = Write what the report lacks.
refused-agreement-nothing-to-sign = {$thenoun} {$number} has no frozen text to sign for {$unit} (seal {$seal}). Submit it first.
refused-agreement-sign-no-party = {$unit} is no party to {$thenoun} {$number} and cannot sign it (seal {$seal}). The parties can.
refused-agreement-signed-already = {$unit} has already signed {$thenoun} {$number} on the seal {$seal}. One signature is enough.
refused-agreement-renew-state = {$thenoun} {$number} is {$state} and was never approved. Only what has been agreed can be carried on.
refused-agreement-renew-period = {$thenoun} {$number} holds in {$years}. Choose years after that.
refused-agreement-renew-element = {$thenoun} {$number} “{$title}” cannot be written anew: the governance model no longer has {$nouns} at the level {$level}. Leave the line out.

refused-hearing-group = The governance model does not ask for {$group} to be heard about {$thenoun} {$number}. Choose a group it names.
refused-hearing-ahead = The day {$on} has not come yet. Write the answer down when it has been given.
refused-hearing-without-text = Write what was said.

refused-counter-not-in-it = {$thenoun} {$number} “{$title}” does not stand in {$agreement}. Take it in first.
refused-counter-adopted = {$thenoun} {$number} “{$title}” was adopted at the level {$level} and is changed there, by a new edition. Propose the change to them.
refused-counter-in-force = {$thenoun} {$number} “{$title}” is in force already and is changed by a new edition from its owner. Propose the change to the owner.
refused-counter-goal-state = {$thenoun} {$number} “{$title}” is {$state} and no longer negotiated.
refused-counter-already = There is already a proposal without an answer about {$thenoun} {$number} “{$title}” ({$field}). Answer it first.
refused-counter-without-because = Write why you propose it.
refused-counter-empty = Write what is to stand instead in {$thenoun} {$number} “{$title}” ({$field}).
refused-counter-same = That is what stands in {$thenoun} {$number} “{$title}” ({$field}) already. Propose something else.
refused-counter-no-criterion = {$thenoun} {$number} “{$title}” has no such success criterion. Choose one of those that stand.
refused-counter-not-countable = The success criterion in {$thenoun} {$number} “{$title}” has no figure to negotiate. Propose another text instead.
refused-counter-own-side = The proposal about {$thenoun} {$number} “{$title}” ({$field}) in {$agreement} comes from {$side}, who cannot answer it too. Wait for the other side, or take it back.
refused-counter-answered = The proposal about {$thenoun} {$number} “{$title}” is {$state}. Make a new one if there is more to talk about.
refused-counter-overtaken = {$thenoun} {$number} “{$title}” ({$field}) has changed since {$side} proposed something else in {$agreement}. Decline the proposal or have it taken back, and make a new one from what stands now.
refused-counter-another-field = The change is about something else than the proposal about {$thenoun} {$number} “{$title}” ({$field}) by {$side} in {$agreement}. Make a new proposal about that.
refused-counter-decline-without-answer = Write why it cannot be so.
refused-counter-take-back-others = The proposal about {$thenoun} {$number} “{$title}” ({$field}) in {$agreement} comes from {$side} and can only be taken back there. Decline it instead.

## Advice
advice-agreement-goals-under = There { $count ->
        [0] are no goals
        [one] is one goal
       *[other] are {$count} goals
    } in {$thenoun}; the governance model means {$least}–{$most}. Some are missing.
advice-agreement-goals-over = There { $count ->
        [one] is one goal
       *[other] are {$count} goals
    } in {$thenoun}; the governance model means {$least}–{$most}. Few are better than many: leave some out or bring them together.
advice-agreement-only-own = All {$goals} goals are your own. At least one ought to answer what was asked from above.
advice-agreement-only-taken-over = All {$goals} goals come from above. Is there something you want yourselves?
advice-agreement-theme = This year’s theme “{$theme}” has no answer yet. It needs one before you submit.
advice-agreement-section = Nothing stands under “{$heading}” yet. A section that is empty is left out.
advice-agreement-frame = The budget frame is missing. Write the amount and where it stands.
advice-agreement-heard = Nothing from {$group} has been written down yet. The hearing comes before the agreement.
advice-agreement-horizon = {$thenoun} holds for { $years ->
        [one] {$years} year
       *[other] {$years} years
    }; the governance model means {$least}–{$most} years.
