# The rules of the goal seminar: what happened, and why something was refused.
# A sentence about a seminar has $seminar (its name) and $year. One about a proposal also has $noun, $nouns, $thenoun, $gender
# and $title.

## States
seminar-state-collecting = collecting proposals
seminar-state-prioritising = prioritising
seminar-state-concluded = concluded
seminar-state-cancelled = called off

## What can be done, as it stands after “cannot”
seminar-verb-frame = be changed
seminar-verb-prioritise = begin to prioritise
seminar-verb-conclude = be concluded
seminar-verb-cancel = be called off

## Fields in the history
field-proposal-why = Reason
field-proposal-group = Group

## The number
seminar-count-within = That makes { $count } { $count ->
        [one] { $noun }
       *[other] { $nouns }
    }. The model means { $least }–{ $most }, so the number fits.
seminar-count-under = That makes { $count } { $count ->
        [one] { $noun }
       *[other] { $nouns }
    }. The model means { $least }–{ $most }: choose at least { $off } more.
seminar-count-over = That makes { $count } { $nouns }. The model means { $least }–{ $most }: merge { $off } with others, or keep them for next year.

## What happened to the seminar
event-seminar-opened = { $seminar } { $year } was begun, and proposals can be made
event-seminar-framed = The frame of { $seminar } { $year } was changed
event-seminar-prioritised = { $seminar } { $year } began to prioritise { $proposals ->
        [one] { $proposals } proposal
       *[other] { $proposals } proposals
    }
event-seminar-cancelled = { $seminar } { $year } was called off: { $because }
event-seminar-concluded = { $seminar } { $year } was concluded with { $objectives } new objectives: { $policies } by way of policies and { $goals } as goals at once. { $parked } proposals are kept for next year

## What happened to the proposals
event-proposal-given = “{ $title }” was proposed
event-proposal-kept = “{ $title }” came along from an earlier seminar
event-proposal-edited = The proposal “{ $title }” was changed
event-proposal-withdrawn = The proposal “{ $title }” was taken back
event-proposal-moved = “{ $title }” changed places with “{ $other }”
event-proposal-open = “{ $title }” is to be weighed again
event-proposal-chosen = “{ $title }” was chosen
event-proposal-parked = “{ $title }” was kept for next year
event-proposal-merged = “{ $title }” was merged with “{ $other }”
event-proposal-declined = “{ $title }” was declined: { $because }
event-proposal-route-policy = “{ $title }” goes by way of a policy
event-proposal-route-goal = “{ $title }” becomes a goal at once

## Commissions
event-commission-asked = The policy “{ $title }” was commissioned
event-commission-changed = The commission of “{ $title }” was changed
event-commission-dropped = “{ $title }” is no longer commissioned

## What is in force
event-standing-keep = “{ $title }” goes on as it is
event-standing-reword = “{ $title }” is to be reworded
event-standing-end = “{ $title }” is to end

## Refused: the seminar
refused-seminar-not-in-model = Your governance model has no goal seminar with objectives. It needs a step of the kind seminar, and objectives that can become policies or goals.
refused-seminar-year = { $year } is not a year a goal seminar can be held in.
refused-seminar-without-body = No open unit stands at the level that owns the objectives. Set it up under Setup first.
refused-seminar-collecting = { $seminar } { $year } is still collecting proposals and cannot { $verb }. Begin to prioritise first.
refused-seminar-prioritising = { $seminar } { $year } is prioritising now and cannot { $verb } again.
refused-seminar-concluded = { $seminar } { $year } is concluded and cannot { $verb }. Next year's seminar can adjust what came of it.
refused-seminar-cancelled = { $seminar } { $year } was called off and cannot { $verb }. Begin a new one for the same year.
refused-seminar-day = { $on } is not in { $year }. Write a day in the seminar's own year.
refused-seminar-unchanged = Nothing was changed.
refused-seminar-nothing-to-weigh = There are no proposals and no objectives to prioritise yet. Wait until something has been proposed.
refused-seminar-cancel-without-reason = Write why the seminar is called off. Everybody can see it afterwards.
refused-seminar-not-weighing = Proposals can be weighed only once { $seminar } { $year } has begun to prioritise, and not after it is concluded.
refused-seminar-takes-no-proposals = { $seminar } { $year } takes no more proposals.
refused-seminar-full = There are { $most } proposals, and no seminar can read more. Merge some first.
refused-seminar-undecided = { $count ->
        [one] { $count } proposal is not weighed
       *[other] { $count } proposals are not weighed
    }. Choose it, keep it for next year, merge it with another, or decline it with a reason.
refused-seminar-nothing-chosen = Nothing is chosen. Choose at least one proposal, or call the seminar off.
refused-seminar-without-route = “{ $title }” has no way to go. Choose whether it goes by way of a policy or becomes a goal at once.
refused-seminar-without-commission = “{ $title }” goes by way of a policy, but none is commissioned. Commission one, or choose the other way.

## Refused: proposals
refused-proposal-kind = Your governance model has no { $nouns }.
refused-proposal-unit = You can make proposals only for an open unit in which you hold a position or an office. { $unit } is not one of them.
refused-proposal-unchanged = Nothing was changed in “{ $title }”.
refused-proposal-gone = “{ $title }” was taken back.
refused-proposal-is-weighed = “{ $title }” cannot be taken back now. Ask whoever runs the seminar to decline it.
refused-proposal-without-reason = Write why “{ $title }” is declined. Whoever proposed it can read it.
refused-proposal-merged-nowhere = Choose the proposal that “{ $title }” shall be merged with.
refused-proposal-merged-into-itself = “{ $title }” cannot be merged with itself. Choose another proposal.
refused-proposal-merged-into-gone = “{ $other }” is itself declined or merged with another. Choose one that is still there.
refused-proposal-holds-others = “{ $other }” is merged with “{ $title }”. Weigh “{ $other }” first.
refused-proposal-not-chosen = “{ $title }” is not a chosen objective. Choose it before you choose its way.
refused-route-unit = { $unit } cannot own a goal under an objective. Choose a unit at a level that can.

## Refused: commissions
refused-commissions-full = The seminar has commissioned { $most } policies, and more make no sense. Merge some.
refused-commission-unchanged = Nothing was changed in the commission of “{ $title }”.
refused-commission-without-existing = Say which policy “{ $title }” replaces, renews or continues: choose it, or write what it is called.
refused-commission-serves-nothing = Say which objectives “{ $title }” shall put into practice.
refused-commission-serves-a-goal = “{ $other }” becomes a goal at once and does not go by way of “{ $title }”. Choose another way for it, or take it off the commission.
refused-commission-serves-what-is-not-chosen = “{ $title }” can only put objectives into practice that are chosen at the seminar or in force already.
refused-commission-lead = { $unit } cannot lead the work on a policy. Choose a committee that still exists.
refused-commission-existing-is-no-policy = “{ $title }” is not a policy in force. Choose another.

## Refused: what is in force
refused-standing-unchanged = The words are those in force. Write the new ones, or let “{ $title }” go on.
refused-standing-without-reason = Write why “{ $title }” is to end.
