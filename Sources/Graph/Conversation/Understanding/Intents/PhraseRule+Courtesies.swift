extension PhraseRule {
    /// What is meant only when nothing else is, in this order.
    static let courtesies: [PhraseRule] = [
        PhraseRule(
            .goodbye, 0.95,
            any: [
                "goodbye", "good bye", "bye", "bye bye", "that's all", "that is all", "that'll be all",
                "that will be all", "that was all", "have a good day", "have a nice day", "have a great day", "hang up",
                "that's it", "that's everything", "i'm done", "we're done", "see you", "talk to you later", "take care",
                "good night", "so long", "farewell", "cheerio", "catch you later", "until next time", "i have to go",
                "i've to go", "gotta go", "have a good one", "have a good evening", "have a good weekend", "see ya",
                "ciao", "i'm all set", "nothing else",
            ],
            without: ["what time", "how much", "book", "change"]),
        PhraseRule(
            .help, 0.9,
            any: [
                "what can you do", "what do you do", "what are you able to", "how can you help", "what can i ask",
                "what can i say", "what are my options", "what can you help", "how does this work", "how do i use this",
                "what do you know", "what should i say", "what are the options", "list the options", "main menu",
                "who can help", "what are you for", "what is this number for", "what is this", "how do you work",
                "what else can you do", "what kind of things can you",
            ]),
        PhraseRule(.help, 0.85, any: ["help", "help me", "need help", "need some help", "assist me"]).within(7),
        PhraseRule(
            .smallTalk, 0.9,
            any: [
                "who are you", "what are you", "your name", "how are you", "how are ya", "how's it going",
                "how are things", "a joke", "nice to meet you", "nice talking", "nice chatting", "how do you do",
                "what's up", "how you doing", "what are you doing", "your voice", "sexy",
                "how are we doing", "how's your day", "how is your day", "how's life", "how have you been",
                "having a good day", "nice to hear", "you sound", "i love you", "do you like", "your favorite",
                "how old are you", "where do you live", "are you married", "do you sleep", "what's new", "sing",
                "tell me a story", "pleased to meet you", "good to hear from you", "happy new year", "merry christmas",
                "are you busy", "are you okay", "do you have a name", "who made you", "who am i speaking",
                "who am i talking", "who is this", "who's this", "lovely weather", "nice weather", "do you dream",
            ]),
        PhraseRule(
            .thanks, 0.9,
            any: [
                "thank you", "thanks", "thank you very much", "much appreciated", "appreciate it", "cheers", "thank",
                "i appreciate", "grateful", "very kind", "you've been helpful", "that's very helpful", "that's helpful",
                "ta very much", "many thanks", "much obliged", "obliged", "that helps", "great help", "you're the best",
                "you're a star",
            ]),
        PhraseRule(
            .greeting, 0.9,
            any: [
                "hello", "hi", "hey", "good morning", "good afternoon", "good evening", "howdy", "greetings", "hiya",
                "good day", "morning", "hey there", "hi there", "hello there", "yo", "is anyone there", "anybody there",
                "are you there", "can you hear me", "do you hear me", "hallo", "hullo", "g'day",
            ]
        ).within(6),
        PhraseRule(
            .abuse, 0.8,
            any: [
                "idiot", "idiots", "moron", "morons", "asshole", "assholes", "bitch", "bastard", "dickhead", "dumbass",
                "scumbag", "fuck", "cunt", "wanker", "jerk", "imbecile", "loser", "losers", "crooks", "scammers",
            ]),
    ]
}
