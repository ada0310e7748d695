### Overview, the chain, units, search and words.

# Overview
overview-home-title = Overview
overview-attention = Needs attention
overview-now = For you to do now
overview-now-none = You are done for now. What waits for you will stand here.
overview-late = Overdue
overview-show-all = Show all { $count }
overview-and-more = and { $count } more
overview-news = Since last time
overview-news-since = This has happened since you were here { $when }.
overview-news-none = Nothing you can see has happened since you were here { $when }.
overview-news-since-visit = This has happened since you were last here.
overview-news-none-visit = Nothing you can see has happened since you were last here.
overview-news-first = This is your first visit. Next time you will see what has happened in between.
overview-to-decide = To be decided
overview-to-decide-none = No proposals await you right now.
overview-cracks = Where the chain breaks
overview-in-force = In force
overview-see-chain = See the whole chain
overview-see-map = See it as a map
overview-see-unit = See the unit
overview-look-closer = Look closer
overview-in-figures = The chain in figures
overview-new = Add to the chain
overview-my-place = My place in the chain
overview-my-place-none = There is nothing in the chain with you yet. It will stand here once the first has been created.
overview-line-loose = What you work for is not yet tied to anything above.
overview-own-goals = What { $unit } works for
overview-own-goals-none = Nothing has been created yet. The head of the unit does that.
overview-due-on = due { $date }

# The tasks, by kind and one by one
overview-tasks-overdue = { $count ->
    [one] Past its date
   *[other] { $count } are past their date
}
overview-tasks-returned = { $count ->
    [one] Sent back to you
   *[other] { $count } were sent back to you
}
overview-tasks-proposal = { $count ->
    [one] A proposal waits
   *[other] { $count } proposals wait
}
overview-tasks-asked = { $count ->
    [one] You are asked for an answer
   *[other] You are asked for { $count } answers
}
overview-tasks-draft = { $count ->
    [one] A draft has not been proposed
   *[other] { $count } drafts have not been proposed
}
overview-tasks-orphan = { $count ->
    [one] Not tied to anything above
   *[other] { $count } are not tied to anything above
}
overview-tasks-break = { $count ->
    [one] Nobody below serves it
   *[other] { $count } are served by nobody below
}
overview-tasks-vacancy = { $count ->
    [one] A leading position is vacant
   *[other] { $count } leading positions are vacant
}
overview-task-overdue = Follow up on “{ $title }”
overview-task-returned = Mend “{ $title }” and propose it again
overview-task-proposal = Decide on “{ $title }”
overview-task-asked = Answer “{ $title }”
overview-task-draft = Finish “{ $title }”
overview-task-orphan = Tie “{ $title }” to something above
overview-task-break = Find somebody to serve “{ $title }”
overview-task-vacancy = Fill the position “{ $title }”
overview-task-about = { $noun } { $number } · { $unit }
overview-about-break = { $about } · served by nobody
overview-task-about-note = { $noun } { $number } · { $unit } · { $note }
overview-task-about-unit = { $unit }
overview-task-about-round = { $round }

# Numbers that lead to their list
overview-count-proposed = { $count ->
    [one] proposal awaits a decision
   *[other] proposals await a decision
}
overview-count-orphans = { $count ->
    [one] stands under nothing
   *[other] stand under nothing
}
overview-count-breaks = { $count ->
    [one] is served by nobody
   *[other] are served by nobody
}
overview-count-overdue = { $count ->
    [one] is past its date
   *[other] are past their date
}
overview-count-outside = { $count ->
    [one] place has more or fewer than the model means
   *[other] places have more or fewer than the model means
}
overview-count-no-effect = { $count ->
    [one] without an expected effect
   *[other] without an expected effect
}
overview-count-no-owner = { $count ->
    [one] without anybody responsible
   *[other] without anybody responsible
}
overview-count-between = { $count } of { $least }–{ $most }
overview-count-exactly = { $count } of { $most }
overview-count-most = { $count } of at most { $most }
overview-count-least = { $count } of at least { $least }
overview-closed-as = closed, { $outcome }

# The chain
overview-chain-lead = How it all hangs together, from { $first } to { $last }. Choose a card, and everything above and below it comes forward.
overview-views = Shapes of the chain
overview-view-map = Map
overview-view-table = Table
overview-view-list = List
overview-judgements = Look the chain over
overview-filter = Filter the chain
overview-filter-text = Title, tag or number
overview-filter-unit = Committee or unit
overview-filter-only = Show only
overview-filters-in-force = Filters in use
overview-take-away = remove
overview-clear = Clear all filters
overview-all-kinds = All kinds
overview-live = Everything under way
overview-whole-municipality = The whole municipality
overview-orphans = Orphans: stand under nothing
overview-breaks = Breaks: served by nobody
overview-cross-cutting = Cross-cutting
overview-orphan = Orphan
overview-break = Break
overview-chip-text = Searched for “{ $text }”
overview-chip-tag = Tag: { $tag }
overview-chip-missing = Does not hold: { $claim }
overview-chip-overdue = Past their date
overview-map-label = The map of the chain. Use the arrow keys to walk between the cards.
overview-map-empty = There is nothing to show on the map
overview-map-empty-text = Remove a filter, or create the first in the chain. The council or the executive board begins at the top, and the rest is tied to it.
overview-open = Open the page
overview-branch-as-list = Show the branch as a list
overview-whole-chain = Show the whole chain again
overview-rest-of-line = There is no room on the map for { $count } more { $nouns } on the line. See them in the list.
overview-group-count = { $count } { $nouns }
overview-more-units = { $count ->
    [one] one more unit
   *[other] { $count } more units
}
overview-hollow = Still empty: { $words }.
overview-orphans-heading = { $count ->
    [0] No loose ends upwards
    [one] One loose end upwards
   *[other] { $count } loose ends upwards
}
overview-orphans-text = What should stand under something above, and does not.
overview-breaks-heading = { $count ->
    [0] No breaks downwards
    [one] One break downwards
   *[other] { $count } breaks downwards
}
overview-breaks-text = What is in force, and nobody below serves yet.
overview-tie = Tie
overview-serve = Add below
overview-number = Number
overview-state = State
overview-due = Due
overview-above = Above
overview-below-head = Below
overview-above-of = above { $number }
overview-below-of = below { $number }
overview-rows-on-one-page = Show { $count } on one page
overview-table-empty = Nothing fits
overview-table-empty-text = Remove a filter, or search for fewer words.
overview-list-grouped = These are too many for the list and are shown as a table:
overview-line-meta = { $kind } { $number } · { $owner }

# Coverage
overview-coverage = Where does it stop?
overview-coverage-lead = How far down the organisation what was decided reaches: how many units at each level have something under it.
overview-coverage-how = Choose a number to see the units that have nothing.
overview-coverage-empty = Nothing has been adopted here yet
overview-coverage-empty-text = Once the first is adopted, you can see how far down it reaches.
overview-units-of = { $count } of { $of }
overview-stops-at-once = Reaches no further down
overview-stops-at = Stops at { $level }
overview-without = { $count } { $units } with nothing under “{ $title }”
overview-without-none = All have something.
overview-answers = Answers from those who were asked
overview-answers-text = What was put before units, and what they answered.

# Balance
overview-balance = Balance and quality
overview-balance-lead = How the { $nouns } are spread, how good they are as { $nouns }, and whether there are as many as the model means.
overview-balance-empty = There is nothing to judge yet
overview-balance-empty-text = The balance shows once the first goals have been created.
overview-advice = To consider
overview-share-scope = Whose goals are they?
overview-share-measure = What is measured?
overview-share-orientation = Development or operations?
overview-unsaid = Does not say
overview-quality = Good goals
overview-sound = { $count } of { $of } hold everything that is asked.
overview-check = A good goal
overview-holds = Holds for
overview-lacks = Lacking
overview-missing = { $count ->
    [one] Show { $count }
   *[other] Show { $count }
}
overview-counts = Numbers against the model
overview-counts-fit = There are as many as the model means.
overview-counted-within = Within
overview-there-are = There are
overview-meant = Meant
overview-fit = Does it fit?
overview-fit-within = As meant
overview-fit-under = { $by } too few
overview-fit-over = { $by } too many
overview-meant-between = { $least }–{ $most }
overview-meant-exactly = { $least ->
   *[other] { $most }
}
overview-meant-most = { $least ->
   *[other] at most { $most }
}
overview-meant-least = { $most ->
   *[other] at least { $least }
}
overview-loose = Loose ends

# Unit
overview-led-by = Led by { $person }
overview-held-from = since { $date }
overview-stands-in = { $name } stands in { $span }
overview-carried-on-by = The work is carried on by
overview-new-here = Add here
overview-edit-unit = Edit the unit
overview-hand-over = Hand over to another unit
overview-put-before = Put before the unit
overview-unanswered = { $count ->
    [one] one answer missing
   *[other] { $count } answers missing
}
overview-works-for = What the unit works for
overview-unit-empty = The unit has nothing in the chain yet
overview-unit-empty-text = The goals and actions the unit itself owns stand here. Its head creates them once it is agreed what they shall serve.
overview-serves = Serves “{ $title }”
overview-serves-more = Serves “{ $title }” and { $more } more
overview-below = { $count ->
    [one] one below
   *[other] { $count } below
}
overview-units-below = The units below
overview-adopted-head = In force
overview-proposed-head = Proposed
overview-drafts-head = Drafts
overview-nothing-yet = nothing yet
overview-rules = Rules of the game
overview-rules-text = What is fixed, and what the unit decides by itself.
overview-fixed = Fixed
overview-free = Free
overview-unit-place = Place in the organisation
overview-facts = About the unit
overview-positions = Positions

# Search
overview-search-label = Search for words or a number
overview-search-hint = For example “sundhed”, M-2018-014 or E-12. A number leads straight to its page.
overview-search-begin = You may also begin here:
overview-search-none = Nothing is called “{ $typed }”
overview-search-none-text = Try fewer words, another form, or a number. Other units' drafts are not shown.
overview-search-more = the best 100 are shown; more words give fewer
overview-people = People
overview-unit-under = { $level } · { $above }

# Words
overview-words = The words
overview-words-lead = What the words mean in { $municipality }.
overview-words-source = After { $source } ({ $term }).
overview-words-chain = The chain, from the top
overview-words-levels = The levels
overview-words-units = Kinds of unit
overview-words-nouns = All words

## Agreements and follow-up on the overview
overview-agreements-counter = { $count ->
    [one] A counter-proposal to answer
   *[other] Counter-proposals to answer
}
overview-agreements-returned = { $count ->
    [one] An agreement has been sent back
   *[other] { $count } agreements have been sent back
}
overview-agreements-hearing = { $count ->
    [one] An agreement awaits your input
   *[other] { $count } agreements await your input
}
overview-agreements-send-on = { $count ->
    [one] An agreement to move on
   *[other] { $count } agreements to move on
}
overview-agreements-approve = { $count ->
    [one] An agreement to approve
   *[other] { $count } agreements to approve
}
overview-agreements-sign = { $count ->
    [one] An agreement lacks your signature
   *[other] { $count } agreements lack your signature
}
overview-agreements-report = { $count ->
    [one] An agreement to report on
   *[other] { $count } agreements to report on
}
overview-agreements-close = { $count ->
    [one] A final report awaits you
   *[other] { $count } final reports await you
}
overview-agreement-counter = { $count ->
    [one] Answer a counter-proposal in { $thenoun } { $years }
   *[other] Answer { $count } counter-proposals in { $thenoun } { $years }
}
overview-agreement-returned = Mend { $thenoun } { $years } and send it again
overview-agreement-hearing = Say what you think of { $thenoun } { $years }
overview-agreement-send-on = Move { $thenoun } { $years } on
overview-agreement-approve = Decide on { $thenoun } { $years }
overview-agreement-sign = Sign { $thenoun } { $years }
overview-agreement-report = Report on { $thenoun } { $years }
overview-agreement-close = Read the final report and close { $thenoun } { $years }
overview-rounds-returned = { $count ->
    [one] A report has been sent back
   *[other] Reports that have been sent back
}
overview-rounds-report = Follow up on your goals
overview-rounds-answer = { $count ->
    [one] A question awaits your answer
   *[other] { $count } questions await your answer
}
overview-rounds-accept = Follow-up that awaits you
overview-rounds-assess = Write your assessment
overview-rounds-feedback = Give feedback
overview-rounds-late = { $count ->
    [one] A unit is late
   *[other] { $count } units are late
}
overview-rounds-open = { $count ->
    [one] A round can be opened
   *[other] { $count } rounds can be opened
}
overview-rounds-close = { $count ->
    [one] A round can be closed
   *[other] { $count } rounds can be closed
}
overview-round-returned = { $count ->
    [one] Mend the report on one goal in { $unit }
   *[other] Mend the reports on { $count } goals in { $unit }
}
overview-round-report = { $count ->
    [one] Follow up on one goal in { $unit }
   *[other] Follow up on { $count } goals in { $unit }
}
overview-round-answer = Answer a question about the follow-up in { $unit }
overview-round-answer-goal = Answer a question about “{ $goal }”
overview-round-accept = { $count ->
    [one] Accept the follow-up on one goal from { $unit }
   *[other] Accept the follow-up on { $count } goals from { $unit }
}
overview-round-assess = Write the assessment of { $unit }
overview-round-feedback = { $count ->
    [one] Answer the follow-up of one unit
   *[other] Answer the follow-up of { $count } units
}
overview-round-late = { $count ->
    [one] { $unit } has yet to follow up on one goal
   *[other] { $unit } has yet to follow up on { $count } goals
}
overview-round-open = Open { $round }
overview-round-close = Close { $round }
overview-follow-up = How the goals are going
overview-follow-up-goals = { $count ->
    [one] One goal
   *[other] { $count } goals
}
overview-follow-up-before = last time: { $red } red, { $yellow } yellow, { $green } green
overview-follow-up-red = What is red, and why
overview-follow-up-summary = Read the one-page summary
overview-unit-agreement = { $kind } { $years } with { $others }
overview-unit-sight = What we are part of
