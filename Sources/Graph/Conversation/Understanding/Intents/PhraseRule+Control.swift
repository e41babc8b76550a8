extension PhraseRule {
    /// What steers the conversation itself; looked at before anything else, in this order.
    static let control: [PhraseRule] = [
        PhraseRule(
            .abuse, 0.9,
            any: [
                "fuck you", "fuck off", "screw you", "go to hell", "shut up", "piss off", "kiss my ass", "drop dead",
                "i'll kill you", "i will kill you", "kill yourself", "i will find you", "you suck", "stupid robot",
                "stupid machine", "stupid bot", "stupid computer", "dumb robot", "dumb machine", "dumb bot",
                "damn robot", "piece of shit", "piece of junk", "piece of garbage", "piece of crap", "you idiot",
                "you moron", "you stupid", "you dumb", "you're stupid", "you are stupid", "you're dumb",
                "you are dumb", "you're an idiot", "you are an idiot", "you're useless", "you are useless",
                "you're worthless", "you're a moron", "you're retarded", "you bastard", "you bitch", "eat shit",
                "you asshole", "i hate you", "bloody idiot", "fucking idiot", "you're pathetic", "you fucking",
            ]),
        PhraseRule(
            .areYouRobot, 0.95,
            any: [
                "are you a robot", "are you a real", "are you real", "are you human", "are you a human",
                "are you a person",
                "are you a machine", "are you a bot", "are you a computer", "are you an ai", "are you ai",
                "are you artificial", "are you alive", "are you an actual", "are you actually a", "are you a recording",
                "are you a chatbot", "is this a robot", "is this a bot", "is this a machine", "is this a recording",
                "is this a computer", "is this an ai", "is this ai", "is this a real", "is this automated",
                "is this a human", "is this a person", "is this an automated", "am i talking to a",
                "am i talking to an",
                "am i speaking to a", "am i speaking with a", "am i talking with a", "am i chatting with a",
                "you a robot", "you're a robot", "you are a robot", "you're not a real", "you're not human",
                "you sound like a robot", "do i talk to a machine", "language model", "chat gpt", "chatgpt", "which ai",
                "what ai", "an ai", "speaking to a computer", "you're a machine", "you a human", "you a bot",
            ],
            without: ["i want to", "let me talk", "i'd like to", "can i talk", "can i speak", "transfer me"]),
        PhraseRule(
            .slower, 0.95,
            any: [
                "slow down", "slower", "more slowly", "too fast", "too quick", "too quickly", "not so fast",
                "talk slowly", "speak slowly", "so fast", "a bit slow", "less fast", "slowly please",
            ]),
        PhraseRule(
            .repeat, 0.95,
            any: [
                "repeat", "say that again", "say it again", "come again", "pardon", "pardon me", "what did you say",
                "didn't catch", "did not catch", "didn't hear", "did not hear", "one more time", "couldn't hear",
                "can't hear you", "cannot hear you", "say again", "didn't understand", "didn't get that", "missed that",
                "what was that", "say what", "what were you saying", "once more", "again please", "excuse me what",
                "sorry what", "run that by me", "what was the question", "what did you ask", "didn't quite get",
                "tell me again", "go over that again", "say that one more", "speak up", "louder", "you're breaking up",
                "you broke up", "what are you asking", "i didn't follow", "what was the first", "read that back",
                "wasn't listening", "what do you mean", "couldn't understand", "lost you there",
                "missed what you", "zoned out",
            ],
            without: ["won't hear", "pardon my", "repeat customer"]),
        PhraseRule(.repeat, 0.85, any: ["huh", "what", "sorry", "eh"], without: ["uh huh", "sorry no", "no sorry"])
            .within(2),
    ]

    /// Wishes for a person.
    static let escalation: [PhraseRule] = [
        PhraseRule(
            .escalation, 0.95,
            any: [
                "human", "humans", "real person", "live person", "actual person", "representative", "operator",
                "live agent", "real agent", "human being", "transfer me", "put me through", "connect me", "the manager",
                "a manager", "your manager", "manager please", "customer service", "supervisor", "your boss",
                "your supervisor", "real human", "talk to a machine", "talk to a robot", "talk to a computer",
                "speak to a machine", "speak to a robot", "talking to a machine", "talking to a robot",
                "speak to a computer", "actual human", "patch me through", "call me back", "give me a call",
                "call back",
            ],
            without: escalationRefusals),
        PhraseRule(
            .escalation, 0.95,
            any: [
                "someone", "somebody", "anyone", "anybody", "a person", "an agent", "an advisor", "sales",
                "a colleague", "salesperson", "salesman", "service department", "a mechanic", "a technician",
                "the boss",
                "your colleagues", "colleague", "colleagues", "one of your", "an employee", "staff", "parts department",
                "finance department", "service advisor", "the service desk", "reception", "front desk", "the owner",
                "the person", "a guy", "a lady", "the workshop", "the mechanic", "service team", "a specialist",
            ],
            with: [
                "talk", "speak", "talk to", "speak to", "speak with", "talk with", "reach", "get me", "call me",
                "give me",
                "put me", "get hold of", "have someone", "have somebody", "chat with", "put someone on",
            ],
            without: escalationRefusals + ["give me a price", "give me a quote"]),
    ]

    private static let escalationRefusals: [Phrase] = [
        "don't want to talk to a human", "don't want a human", "don't need a human", "don't want to talk to anyone",
        "don't want to speak to", "don't need to speak", "don't need to talk", "don't transfer", "do not transfer",
        "no human", "don't want to be transferred", "not a human", "don't connect", "don't want a person",
        "without talking to",
    ]

    /// Waits for the caller, unless they go on to say what was asked for.
    static let hold: [PhraseRule] = [
        PhraseRule(
            .hold, 0.9,
            any: [
                "hang on", "hold on", "hold the line", "one moment", "just a moment", "just a second", "just a minute",
                "one second", "one sec", "a sec", "one minute", "let me check", "let me see", "let me look",
                "let me think", "let me find", "let me grab", "let me get my", "let me ask", "give me a moment",
                "give me a second", "give me a minute", "wait a second", "wait a minute", "wait a moment", "wait a bit",
                "bear with me", "i have to find", "i have to check", "i have to look", "i need to find my",
                "i need to check my", "i'll be right back", "be right back", "two seconds", "hold please", "stand by",
                "looking for my", "i'm looking it up", "i'm checking", "checking my calendar", "please wait",
                "can you wait",
                "could you wait", "can you hold",
            ],
            without: ["wait there", "wait while you", "wait for it"]),
        PhraseRule(.hold, 0.85, any: ["wait", "moment", "hold", "um wait"]).within(2),
    ]

    /// What undoes or asks about a booking.
    static let undo: [PhraseRule] = [
        PhraseRule(
            .reschedule, 0.95,
            any: [
                "reschedule", "rescheduling", "rebook", "postpone", "move my", "move the appointment",
                "change the appointment", "change my appointment", "change my booking", "change the booking",
                "move it to",
                "push back", "push my appointment", "push it back", "push it to", "move my booking",
                "shift my appointment",
                "move our appointment", "bring my appointment forward", "different day for my", "another day for my",
                "another time for my", "different time for my", "new time for my", "new date for my",
                "other date for my",
                "change the date of my", "change the time of my", "change the day of my", "switch my appointment",
                "delay my appointment", "swap my appointment", "put off my appointment", "come on a different day",
                "come in on another day", "come another day", "come in another day", "change the date of the",
                "change the time of the", "move up my", "move the booking", "different day for the appointment",
            ],
            without: ["move my car", "move my seat"]),
        PhraseRule(
            .reschedule, 0.9,
            any: [
                "instead", "something came up", "something has come up", "another day", "another time",
                "a different day", "a different time", "not going to work", "any earlier", "any sooner", "any later",
                "come earlier", "come later", "come in earlier", "come in later", "get in earlier", "an earlier",
                "a later", "a bit earlier", "a bit later", "a little earlier", "a little later",
                "hour earlier", "hour later",
            ],
            with: [
                "i'm booked", "i am booked", "i have an appointment", "i've got an appointment", "i had an appointment",
                "i have a booking", "my appointment", "i'm scheduled", "i'm supposed to come", "you have me down",
            ],
            without: ["cancel", "what time is", "when is"]),
        PhraseRule(
            .reschedule, 0.9, any: ["push my", "push the", "put my", "shift my", "bring my"],
            with: ["back a", "back by", "back to", "back until", "forward", "out a week", "off until", "off for a"],
            without: ["my car", "my truck", "my vehicle"]),
        PhraseRule(
            .reschedule, 0.85, any: ["instead"],
            with: ["can i come", "could i come", "can i bring it", "could i bring it", "can i come in", "may i come"]),
        PhraseRule(
            .cancel, 0.95,
            any: [
                "cancel", "cancelled", "canceled", "cancellation", "call off", "call it off", "never mind", "nevermind",
                "forget it", "forget about it", "stop the booking", "forget the whole", "scrap it", "scrap the",
                "scrap that", "take me off", "drop the appointment", "delete my", "delete the", "remove my",
                "don't need the appointment", "don't need that appointment", "don't need my appointment",
                "don't want the appointment", "won't be coming", "not coming", "won't make it",
                "won't be able to make it", "can't make it to my", "don't book anything",
                "don't need it anymore", "don't want it anymore", "don't need it any more", "no longer need", "abort",
                "can't make my appointment", "can't make the appointment", "leave it for now", "start over",
                "start again",
                "not going to make it", "i'd rather not book", "forget the booking", "forget the appointment",
                "get rid of my appointment", "call the whole thing off", "won't be needing it", "won't be needing that",
                "won't be needing the appointment", "won't need it", "won't need the appointment",
            ],
            without: [
                "cancellation fee", "cancellation policy", "cancelation fee", "charge for cancelling", "if i cancel",
                "don't cancel", "do not cancel", "noise cancelling",
            ]),
        PhraseRule(.cancel, 0.85, any: ["forget that", "scratch that", "strike that", "drop it", "stop"]).within(4),
        PhraseRule(
            .checkAppointment, 0.95,
            any: [
                "when is my appointment", "when's my appointment", "when was my appointment",
                "what time is my appointment",
                "what day is my appointment", "do i have an appointment", "did i book", "did i make an appointment",
                "is my appointment", "have i got an appointment", "check my appointment", "check on my appointment",
                "look up my appointment", "look up my booking", "look up my reservation", "find my appointment",
                "find my booking", "confirm my appointment", "about my appointment", "about my booking",
                "check my booking", "what appointments do i have", "do i have a booking", "my next appointment",
                "my upcoming appointment", "when am i booked", "when am i scheduled", "am i booked", "am i scheduled",
                "when am i supposed to come", "when do i have to come", "when do i come in", "when should i come in",
                "what time did i book", "what time am i", "when is my booking", "what time is my booking",
                "details of my appointment", "the time of my appointment", "when is my car booked",
                "when is my test drive",
                "when's my test drive", "what time is my test drive", "when is my service", "what day did i book",
                "remind me when", "i forgot when my", "when i'm booked", "when my appointment is",
                "when my appointment",
                "do you have my appointment", "what do i have booked", "have i booked", "got something booked",
                "have something booked", "got something scheduled", "have something scheduled", "anything booked",
                "what i booked", "what i have booked", "what i've got booked",
            ]),
        PhraseRule(
            .checkAppointment, 0.9,
            any: ["when", "when's", "what time", "what day", "which day", "how soon", "remember", "remind me"],
            with: [
                "my appointment", "my booking", "my reservation", "my car booked", "my car scheduled", "am i booked",
                "i'm booked", "my test drive", "my slot",
            ],
            without: ["move", "change", "reschedule", "cancel", "book", "when i", "bring my"]),
    ]
}
