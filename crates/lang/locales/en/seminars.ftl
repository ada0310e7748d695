# The pages of the goal seminar, and who may do what.

## Who may
denied-keep-seminar = The goal seminar is run by the process consultant or the executive board.
denied-give-proposal = Proposals to the goal seminar are seen and made by politicians, leaders, the executive board and the process consultant. Once the seminar is concluded, everybody can see it.

## The list
overview-seminars = Goal seminar
seminars-result = Result: { $result }
seminars-begin = Begin a seminar
seminars-begin-text = Once you begin, politicians and leaders can make proposals. What the latest seminar kept comes along from the start.
seminars-begin-do = Begin { $name }
seminars-all = Seminars
seminars-none = No goal seminar has been held in Pejl yet
seminars-none-keeper = This is where { $council } finds its objectives. Begin the year's seminar above, so that proposals can be made in good time.
seminars-none-text = This is where { $council } finds its objectives. The process consultant or the executive board begins the year's seminar, and then proposals can be made here.
seminars-concluded-on = Concluded { $date }
seminars-held-on = Held { $date }
seminars-no-day = The day is not set yet
seminars-far = { $proposals } proposals, { $chosen } chosen
seminars-far-hidden = Everybody can see the proposals once the seminar is concluded.
seminars-far-concluded = { $chosen ->
        [0] { $proposals } proposals were read. None became new { $nouns }. { $parked } kept for next year.
       *[other] { $proposals } proposals became { $chosen } { $nouns }: { $policies } by way of policies, { $goals } as goals at once. { $parked } kept for next year.
    }

## The seminar
seminars-lead-collecting = Propose what to steer by. Proposals are gathered here, so that everybody has read them before you meet.
seminars-lead-prioritising = Choose what to steer by, and which way each choice goes: by way of a policy that committees are asked for, or as a goal at once.
seminars-lead-concluded = The seminar is concluded. Here is what came of it, and how far it has come.
seminars-lead-cancelled = The seminar was called off. The proposals come along if a new one is begun for the same year.
seminars-was-cancelled = Called off
seminars-meant = The model means { $least }–{ $most } { $nouns } in all.
seminars-count-proposals = { $count ->
        [one] proposal is made
       *[other] proposals are made
    }
seminars-count-undecided = { $count ->
        [one] not weighed
       *[other] not weighed
    }
seminars-count-chosen = { $count ->
        [one] chosen
       *[other] chosen
    }
seminars-count-policy = { $count ->
        [one] by way of a policy
       *[other] by way of policies
    }
seminars-count-goal = { $count ->
        [one] as a goal at once
       *[other] as goals at once
    }
seminars-count-parked = { $count ->
        [one] kept for next year
       *[other] kept for next year
    }
seminars-to-conclude = See what will come of it
seminars-propose = Make a proposal
seminars-propose-lead = Write the objective as you would like to see it adopted. You can change the proposal until prioritising begins.
seminars-propose-do = Make the proposal
seminars-propose-done = The proposal “{ $title }” is made.
seminars-edit-proposal = Change the proposal
seminars-edit-done = The proposal “{ $title }” is changed.
seminars-take-back = Take back
seminars-take-back-done = The proposal “{ $title }” is taken back.
seminars-prioritise-do = Begin to prioritise
seminars-prioritise-done = Prioritising has begun. New proposals are written in by whoever runs the seminar.
seminars-opened-done = { $seminar } { $year } is begun. Write the day and the question, and tell those who can make proposals that it is open.
seminars-changed-meanwhile = Somebody else saved in the meantime. What you wrote still stands here. See what stands now, and save again on a fresh page if yours is to count.

## The frame
seminars-frame = Change the frame
seminars-frame-lead = The frame is what participants read before they come.
seminars-frame-done = The frame is saved.
seminars-field-held-on = Day
seminars-field-question = What we must find out
seminars-field-question-hint = One or two questions for the seminar to answer.
seminars-field-risk = Risk analysis
seminars-field-risk-hint = What could stand in the way: the budget, the population, the law?
seminars-cancel = Call the seminar off
seminars-cancel-lead = The proposals are not lost. They come along if a new seminar is begun for the same year.
seminars-cancel-do = Call the seminar off
seminars-cancel-done = { $seminar } { $year } is called off.
seminars-facts = About the seminar
seminars-fact-body = Held by
seminars-fact-held = Day
seminars-fact-concluded = Concluded

## The ground
seminars-material = What we know
seminars-material-goals = { $count ->
        [one] How { $count } goal went
       *[other] How { $count } goals went
    }
seminars-standing = { $nouns } in force now
seminars-standing-then = { $nouns } in force then
seminars-standing-text = What is in force goes on unless you say otherwise.
seminars-standing-do = Adjust
seminars-standing-lead = Say what is to happen. The change counts only once it is decided.
seminars-in-force-text = How it reads now
seminars-verdict-keep = Goes on
seminars-verdict-keep-hint = It stays in force as it is.
seminars-verdict-reword = Reworded
seminars-verdict-reword-hint = Write the new words below. They are proposed as a new edition.
seminars-verdict-end = Ends
seminars-verdict-end-hint = It is met, or it is no longer what to steer by.
seminars-verdict-keep-done = “{ $title }” goes on.
seminars-verdict-reword-done = “{ $title }” is to be reworded.
seminars-verdict-end-done = “{ $title }” is to end.
seminars-reworded-to = { $title }: { $text }
seminars-is-decided = It is decided.
seminars-to-decide = Not decided yet.
seminars-decide = Record the decision
seminars-field-verdict = What is to happen?
seminars-field-new-title = New title
seminars-field-new-title-hint = Only when it is reworded.
seminars-field-new-text = New description
seminars-field-end-hint = Only when it ends.

## Proposals
seminars-proposals = Proposals
seminars-proposals-none = Nobody has made a proposal yet
seminars-proposals-none-text = Proposals are made by politicians, leaders, the executive board and the process consultant until prioritising begins.
seminars-open = Not weighed
seminars-open-none = Every proposal is weighed. See what will come of it before you conclude.
seminars-no-group = Without a group
seminars-chosen = Chosen
seminars-chosen-none = Nothing is chosen yet. Choose among the proposals below.
seminars-parked = Kept for next year
seminars-parked-text = They come along from the start when the next seminar begins.
seminars-gone = Merged or declined
seminars-why = Reason
seminars-by = { $position }, { $unit }
seminars-by-for = { $unit }, written in by { $person }
seminars-kept-from = kept from { $year }
seminars-says-too = Also said by
seminars-merged-into = with “{ $title }”
seminars-lacks-route = Has no way to go
seminars-choose-route = Choose its way
seminars-change-route = Change its way
seminars-weigh-more = Weigh
seminars-move-up = Move “{ $title }” up
seminars-move-down = Move “{ $title }” down
seminars-press-chosen = Choose
seminars-press-parked = Keep for next year
seminars-closed-unit = A unit that is closed
seminars-field-kind = What do you propose?
seminars-field-title-hint = Short, and as a result: “More young people in education”.
seminars-field-text-hint = What is to be different, and for whom?
seminars-field-why-hint = What do we know that makes it important now?
seminars-field-group-hint = Proposals with the same group stand together, for instance “Growth”.
seminars-field-unit = The proposal comes from
seminars-field-outcome = What becomes of the proposal?
seminars-outcome-open = Not weighed
seminars-outcome-open-hint = It is to be taken up again.
seminars-outcome-chosen = Chosen
seminars-outcome-chosen-hint = It becomes an objective or a value marker.
seminars-outcome-parked = Kept for next year
seminars-outcome-parked-hint = It comes along to the next seminar.
seminars-outcome-merged = Merged
seminars-outcome-merged-hint = Another proposal says the same. Both are remembered.
seminars-outcome-declined = Declined
seminars-outcome-declined-hint = Write why. Whoever proposed it can read it.
seminars-outcome-withdrawn = Taken back
seminars-outcome-open-done = “{ $title }” is to be weighed again.
seminars-outcome-chosen-done = “{ $title }” is chosen.
seminars-outcome-parked-done = “{ $title }” is kept for next year.
seminars-outcome-merged-done = “{ $title }” is merged with another proposal.
seminars-outcome-declined-done = “{ $title }” is declined.
seminars-field-into = Merged with
seminars-field-into-hint = Only when the proposal is merged with another.
seminars-field-because = Why?
seminars-field-because-hint = Only when the proposal is declined.

## The way
seminars-route-lead = Choose how the objective is to come true.
seminars-field-route = Way
seminars-route-policy = A: by way of a policy
seminars-route-policy-hint = A committee, or several with one in the lead, is asked for a policy with concrete goals.
seminars-route-policy-none = no policy is commissioned yet
seminars-route-policy-done = “{ $title }” goes by way of a policy. Say who is asked for it.
seminars-route-goal = B: as a goal at once
seminars-route-goal-hint = The goal stands by itself until a later policy takes it in.
seminars-route-goal-more = “{ $title }”, written by { $unit }
seminars-route-goal-done = “{ $title }” becomes a goal at once.
seminars-field-goal-title = The goal
seminars-field-goal-title-hint = Only by way B. Concrete enough to see whether it is met.
seminars-field-goal-text = What the goal shall say
seminars-field-goal-unit = Who writes the goal?
seminars-field-goal-unit-hint = The unit gets it as a draft and owns it.

## Commissions
seminars-commissions = Policies commissioned
seminars-commissions-none = No policy is commissioned yet. Choose way A for an objective, or commission a policy here.
seminars-commission-new = Commission a policy
seminars-commission-edit = Change the commission
seminars-commission-lead = When the seminar is concluded, the policy waits as a draft with the committee that leads the work.
seminars-commission-do = Commission the policy
seminars-commission-done = “{ $title }” is commissioned.
seminars-commission-changed = The commission of “{ $title }” is changed.
seminars-commission-dropped = “{ $title }” is no longer commissioned.
seminars-field-policy-title = What shall the policy be called?
seminars-field-policy-title-hint = For instance “Health policy”.
seminars-field-task = What shall it answer?
seminars-field-task-hint = What the committee is told when it sets to work.
seminars-field-serves = Chosen objectives that it puts into practice
seminars-field-serves-hint = Those without a way yet get way A.
seminars-field-objectives = Objectives in force that it puts into practice
seminars-field-takes-in = Goals that it takes in
seminars-field-takes-in-hint = Goals from earlier years' way B that wait for a policy.
seminars-waits-since = Has waited since { $year }
seminars-field-lead = Who leads the work?
seminars-field-lead-hint = If several take part, one of them answers for it.
seminars-field-others = Who takes part?
seminars-field-way = How does it stand to what there is?
seminars-way-new = It is new.
seminars-way-replaces = It replaces a policy
seminars-way-renews = It renews a policy
seminars-way-continues = It continues a policy
seminars-replaces = It replaces “{ $title }”.
seminars-renews = It renews “{ $title }”.
seminars-continues = It continues “{ $title }”.
seminars-field-existing = The policy there is
seminars-field-existing-hint = If it is not on the list, write below what it is called.
seminars-existing-elsewhere = Not in Pejl
seminars-field-existing-name = What it is called
seminars-led-by = { $unit } leads the work.
seminars-with = { $units } takes part.
seminars-for = Puts into practice: { $titles }
seminars-takes-in = Takes in:

## The conclusion
seminars-conclude = What will come of it
seminars-conclude-lead = When you conclude, all of this happens at once. The objectives are proposed, and { $council } decides on them afterwards.
seminars-conclude-objectives = { $count ->
        [0] No new objectives
        [one] { $count } new objective
       *[other] { $count } new objectives
    }
seminars-conclude-commissions = { $count ->
        [one] { $count } policy is commissioned
       *[other] { $count } policies are commissioned
    }
seminars-conclude-markers = { $count ->
        [one] { $count } value marker
       *[other] { $count } value markers
    }
seminars-conclude-parked = { $count ->
        [0] Nothing is kept for next year
        [one] { $count } proposal is kept for next year
       *[other] { $count } proposals are kept for next year
    }
seminars-conclude-rest = { $count ->
        [one] { $count } proposal is merged with others or declined. It can still be read.
       *[other] { $count } proposals are merged with others or declined. They can still be read.
    }
seminars-conclude-changed = Somebody else has changed something since you saw the page. See whether this is still what shall come of it, and then conclude.
seminars-conclude-once = A concluded seminar is not opened again. The next year adjusts.
seminars-conclude-do = Conclude the seminar
seminars-conclude-done = { $seminar } { $year } is concluded.
seminars-despite = Conclude with that number all the same
seminars-despite-hint = Tick it only if the number is decided with open eyes.
seminars-becomes-proposed = Proposed to { $level }
seminars-becomes-in-force = In force at once
seminars-becomes-draft = Becomes a draft: the model also asks for { $fields }
seminars-way-policy = A: put into practice in { $policies }
seminars-way-goal = B: becomes the goal “{ $title }”, which { $unit } gets as a draft
seminars-came-of-it = { $nouns } that came of it
seminars-came-from = Proposed by { $by }
seminars-waits-for-decision = Waits for a decision
seminars-waits-for-pen = Being written
seminars-changed = Changed since last time
seminars-changed-new = New
seminars-changed-reword = Reworded
seminars-changed-end = Ending
seminars-changed-keep = Going on
seminars-changed-note = What is reworded or ends changes only once the decision is recorded.

## Origins on the page of an element
chain-origins = Where it comes from
chain-origin-proposed = Proposed as “{ $title }” to
chain-origin-goal = Way B for the proposal “{ $title }” at
chain-origin-served = Commissioned because of the proposal “{ $title }” at
chain-origin-merged = Also said in the proposal “{ $title }” to
chain-origin-commissioned = Commissioned at
chain-origin-taken-in = To be taken into “{ $title }”, commissioned at
chain-origin-kept = Went on unchanged at
chain-origin-reworded = To be reworded after
chain-origin-ended = To end after
chain-origin-by = From { $unit }
