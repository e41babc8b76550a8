extension CorpusWords {
    /// Said into somebody's speech, and wanting nothing.
    static let listening = [
        "uh huh", "mhm", "hmm", "mm hm", "yeah", "okay", "hmm okay", "right", "i see", "sure", "got it", "ah", "oh",
        "yep",
        "all right",
    ]

    static let service: [(template: String, limit: Int)] = [
        ("{um} {service} {please}", 200), ("{um} {aservice} {please}", 100), ("{need} {aservice}", 80),
        ("{need} {service}", 100), ("it's for {aservice}", 10), ("{thing} {symptom}", 96),
        ("for {aservice} {please}", 20),
        ("i'm not sure", 3), ("which services do you have", 2), ("what do you offer", 2),
        ("how much is {aservice}", 20),
        ("never mind", 3), ("could you repeat that", 3),
    ]

    static let date: [(template: String, limit: Int)] = [
        ("{um} {day} {please}", 200), ("on {day}", 60), ("{day} at {hour} {half}", 160),
        ("{day} at {hour} {minute} {half}", 160), ("{day} {part}", 54), ("{day} {part} at {hour}", 80),
        ("next {weekday} at {hour} {minute} in the {part}", 120), ("next {weekday}", 21), ("{weekday} next week", 14),
        ("a week on {weekday}", 14), ("a week from {weekday}", 7), ("{month} {ordinal}", 120),
        ("{month} the {ordinal}", 60),
        ("the {ordinal} of {month}", 160), ("{month} {ordinal} at {hour} {half}", 90), ("the {ordinal}", 40),
        ("in {number} days", 6), ("in {number} weeks", 4), ("in a week", 3), ("any time after {hour} {half}", 50),
        ("any time on {day}", 24), ("would {hour} {minute} on {weekday} be possible", 80), ("would {weekday} work", 10),
        ("is {weekday} possible", 10), ("i think {weekday} would be better for me", 14), ("i think {day} is best", 14),
        ("could i come on {day}", 24), ("how about {day}", 24), ("{day} would be good", 18), ("{day} works", 14),
        ("as soon as possible", 3), ("no i said {weekday}", 14), ("not {weekday} {weekday}", 20),
        ("hang on let me check my calendar", 3), ("let me check", 2), ("one moment {please}", 3),
        ("are you open on {weekday}", 7),
        ("never mind", 3), ("could you repeat that", 3),
    ]

    static let time: [(template: String, limit: Int)] = [
        ("{um} {hour} {minute} {half}", 200), ("at {hour} {half}", 60), ("at {hour} {minute} {half}", 160),
        ("at {hour} {minute} {please}", 50), ("half past {hour}", 30), ("quarter past {hour}", 20),
        ("quarter to {hour}", 20),
        ("{hour} o'clock {please}", 20), ("in the {part} {please}", 9), ("any time in the {part}", 6),
        ("any time after {hour} {half}", 60), ("after {hour} {half}", 30), ("before {hour} {half}", 30),
        ("around {hour} {minute}", 30), ("{hour} would be good", 11), ("{hour} {minute} works", 40),
        ("the first one", 8),
        ("the last one", 6), ("the second one", 6), ("the earliest", 3), ("any of those", 3),
        ("would {hour} {minute} be possible", 50),
        ("do you have anything in the {part}", 6), ("do you have anything at {hour}", 11), ("as early as possible", 3),
        ("no i said {hour}", 11), ("no i said {weekday}", 7), ("on {weekday} at {hour}", 60),
        ("on {weekday} instead", 7),
        ("tomorrow {part} at {hour}", 33), ("one moment {please}", 3), ("let me check", 2),
        ("could you repeat that", 3),
        ("never mind", 3), ("none of those", 3),
    ]

    static let name: [(template: String, limit: Int)] = [
        ("{myname} {first} {last}", 900), ("{um} {first} {last}", 250), ("{first} {last} {please}", 150),
        ("{myname} {first}", 80), ("{first} {last} speaking", 40), ("it's {last}", 52), ("mister {last}", 20),
        ("missus {last}", 20), ("my first name is {first} and my last name is {last}", 60), ("one moment {please}", 3),
        ("could you repeat that", 3), ("never mind", 3), ("why do you need my name", 1),
    ]

    static let yesNo: [(template: String, limit: Int)] = [
        ("yes", 30), ("yeah", 15), ("yep", 6), ("yes {please}", 12), ("yes that's right", 8), ("yes that's correct", 8),
        ("that's right", 8), ("that's correct", 8), ("correct", 10), ("right", 5), ("sure", 6), ("okay", 6),
        ("all right", 3),
        ("yes please that works", 3), ("that works", 4), ("that works for me", 3), ("sounds good", 5), ("perfect", 5),
        ("{um} that's {fine}", 12), ("yes that's {fine}", 8), ("{fine}", 8),
        ("yes go ahead", 4), ("go ahead", 4), ("yes please book it", 4), ("please do", 3), ("absolutely", 3),
        ("of course", 3),
        ("um yes", 4), ("um yeah sure", 3), ("yeah sure go ahead", 3), ("yes thank you", 4), ("exactly", 3),
        ("uh huh", 3),
        ("no", 25), ("nope", 8), ("no thank you", 8), ("no thanks", 6), ("no that's wrong", 5),
        ("no that's not right", 6),
        ("nope that's not right", 3), ("that's not right", 4), ("that's wrong", 4), ("not really", 3),
        ("no it's not", 3),
        ("no not quite", 2), ("no i said {weekday}", 28), ("no i said {hour}", 22), ("no i said {hour} {minute}", 40),
        ("no {weekday}", 14), ("no on {weekday} at {hour}", 40), ("the time is wrong", 5), ("the date is wrong", 5),
        ("the name is wrong", 5), ("the number is wrong", 5), ("no the time is wrong", 3), ("no the name is wrong", 3),
        ("change the time {please}", 4), ("change the day {please}", 4), ("can we make it {hour} {minute}", 30),
        ("make it {weekday}", 14), ("could you repeat that {please}", 6), ("can you say that again", 3), ("pardon", 2),
        ("no my name is {first} {last}", 60), ("cancel that", 3), ("never mind", 3), ("wait", 2), ("one moment", 3),
    ]

    static let vehicle: [(template: String, limit: Int)] = [
        ("{um} the {newness} {model} {please}", 160), ("{um} {model}", 60), ("the {make}", 12), ("a {make}", 8),
        ("i drive a {model}", 40), ("i have a {model}", 30), ("it's a {yearword} {model}", 200), ("it's a {model}", 30),
        ("a {yearword} {model}", 120), ("i drive a {yearword} {model}", 80), ("i have a {yearword} {make}", 40),
        ("my car is a {model}", 25), ("i'd like to drive the {model}", 25),
        ("i'd like to try the {newness} {model}", 40),
        ("can i drive the {newness} {model}", 40), ("which cars do you have", 4), ("what do you have", 3),
        ("i'm not sure", 3), ("could you repeat that", 3), ("never mind", 3), ("one moment {please}", 3),
    ]
}
