/// The words of each class, in English, one class each: the one that says most about the end of a turn.
extension WordClass {
    static let listed: [(WordClass, String)] = [
        (.filler, "um uh er erm uhm umm hmm hm mm well basically ah thank"),
        (
            .interjection,
            "hi hello hey yes yeah yep yup no nope nah okay ok sure alright right sorry wow absolutely definitely "
                + "correct exactly actually"
        ),
        (
            .closing,
            "please thanks bye goodbye cheers tonight today now again anymore anyway instead possible though either everything then"
        ),
        (
            .conjunction,
            "and or but because so since if while although unless than as whether plus cause whereas"
        ),
        (
            .object,
            "me him us them nothing everyone everybody one here there "
                + "this these those that it you her myself yourself mine yours all tomorrow yesterday noon midnight lunch"
        ),
        (.subject, "i we they he she"),
        (.determiner, "a an the my your his its our their some any every each another whose no-one both few many much"),
        (
            .adjective,
            "new old next last first second third other same different real good big small large little electric "
                + "cheap whole main full several certain whatever recent early nice entire public local annual regular "
                + "double single personal private quick short long hybrid"
        ),
        (
            .adverb,
            "very really too just only also still not never always almost nearly quite rather about maybe sometime "
                + "perhaps probably"
        ),
        (
            .preposition,
            "at for of with from by into between during after before until till without under near through against toward "
                + "towards behind beside per onto upon within regarding via"
        ),
        (.particle, "in on up out off down over around along"),
        (.to, "to"),
        (.question, "what when where who why how which what's where's when's who's how's"),
        (.copula, "is are am was were be been being isn't aren't wasn't weren't"),
        (
            .auxiliary,
            "can could will would shall should may might must do does did has had have gonna wanna gotta don't didn't doesn't "
                + "won't can't couldn't wouldn't shouldn't haven't hasn't"
        ),
        (
            .subjectIs,
            "i'm you're we're they're he's she's it's that's there's here's i've you've we've they've"
        ),
        (
            .subjectWould,
            "i'd i'll you'd you'll we'd we'll they'd they'll he'd he'll she'd she'll it'll it'd that'll let's"
        ),
        (
            .transitive,
            "want wants wanted need needs needed book booking booked schedule scheduling make makes making made take takes "
                + "taking took get gets getting got give gives giving gave bring bringing brought buy buying bought sell selling "
                + "sold find finding found keep keeps keeping put putting set setting send sending sent show showing tell "
                + "telling told ask asking asked try trying tried use using offer offers offering drive driving drove move "
                + "moving moved cancel cancelling canceling change changing call calling called hear hearing "
                + "see seeing saw know knowing knew think thinking thought mean meant say saying said let help helping leave "
                + "leaving left lose lost pay paying paid pick picking order ordering fix fixing repairing replace "
                + "replacing rent renting reserve reserving confirm confirming update updating sign signing transfer "
                + "transferring connect connecting reach reaching repeat repeating spell spelling request requesting prefer "
                + "love hope hoping wondering wonder plan planning supposed able going looking decide remember "
                + "forgot forget borrow drop dropping rotate hold holding like likes trade include accept own owns describe "
                + "speak speaking talk talking spoke hate carry match provide deliver validate appreciate explain require cost costs"
        ),
        (
            .intransitive,
            "open opens opened close closes closed work works worked start starts started stop stops stopped "
                + "come comes coming came wait waiting go goes went happen happens happened run runs running sound "
                + "sounds look looks rotated feel feels arrive live lives located broke broken finished done leaks leaking died dead "
                + "wrong fine perfect ready available interested better best sick late free great"
        ),
        (
            .modifier,
            "test oil check someone somebody anyone anybody something anything engine credit service phone opening loaner air sales tire brake gas repair account customer "
                + "delivery parking doctor's dentist's toyota honda ford front back used area zip social wheel flight hotel "
                + "dental health insurance office bank savings checking"
        ),
        (
            .number,
            "zero oh two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                + "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand half quarter"
        ),
    ]
}
