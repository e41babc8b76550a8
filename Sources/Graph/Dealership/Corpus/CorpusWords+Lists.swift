extension CorpusWords {
    static let fixed: [String: [String]] = [
        "hi": ["", "", "hi", "hello", "yes hi", "good morning", "um", "yeah"],
        "please": ["", "", "please"],
        "um": ["", "", "", "um", "uh", "well", "yeah"],
        "want": [
            "i'd like to", "i would like to", "i want to", "i need to", "can i", "could i", "i was hoping to",
            "i'm calling to", "i wanted to", "may i", "is it possible to",
        ],
        "book": ["book", "schedule", "make an appointment for", "set up", "get", "make a booking for"],
        "need": [
            "i need", "i think i need", "my car needs", "i want", "i'd like", "i would like", "we need", "it needs",
        ],
        "on": ["on", "for", "", "maybe on", "sometime on"],
        "day": [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "tomorrow", "today", "next week",
            "next monday", "next tuesday", "next wednesday", "next thursday", "next friday", "this friday",
            "this weekend", "the day after tomorrow", "this saturday",
        ],
        "hour": ["eight", "nine", "ten", "eleven", "twelve", "one", "two", "three", "four", "five", "noon"],
        "minute": ["thirty", "fifteen", "forty five", "o'clock", ""],
        "half": ["a m", "p m", "in the morning", "in the afternoon", "", ""],
        "part": ["morning", "afternoon", "evening"],
        "month": [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ],
        "ordinal": [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth", "twenty first", "twenty second", "twenty third", "twenty fourth", "twenty fifth",
            "twenty sixth", "twenty seventh", "twenty eighth", "twenty ninth", "thirtieth", "thirty first",
        ],
        "number": ["two", "three", "four", "five"],
        "talk": ["talk to", "speak to", "speak with", "talk with"],
        "human": [
            "a human", "a real person", "a person", "somebody", "someone", "a representative", "the manager",
            "an agent",
            "an operator", "somebody in sales", "someone in service", "the sales department", "the service department",
        ],
        "symptom": [
            "is making a noise", "are making a noise", "stopped working", "isn't working", "is leaking", "is squeaking",
            "is broken", "is due", "is on", "won't start", "is overheating", "is making a strange noise",
        ],
        "thing": [
            "my car", "the engine", "the air conditioning", "the battery", "the check engine light", "my brakes",
            "the warning light", "my truck",
        ],
        "first": [
            "john", "mary", "james", "maria", "robert", "sarah", "michael", "linda", "david", "emily", "william",
            "anna",
            "richard", "susan", "thomas", "karen", "charles", "lisa", "daniel", "nancy", "matthew", "sandra", "anthony",
            "ashley", "mark", "laura", "paul", "kevin", "jennifer", "brian", "amanda", "george", "melissa", "peter",
            "jessica", "steven", "rachel", "andrew", "alice", "jack", "carlos", "julia", "henry", "olivia", "ben",
            "sam", "frank", "kate", "tom", "jane",
        ],
        "last": [
            "smith", "johnson", "williams", "brown", "jones", "garcia", "miller", "davis", "rodriguez", "martinez",
            "hernandez", "lopez", "wilson", "anderson", "thomas", "taylor", "moore", "jackson", "martin", "lee",
            "thompson", "white", "harris", "clark", "lewis", "robinson", "walker", "young", "allen", "king", "wright",
            "scott", "hill", "green", "adams", "baker", "nelson", "carter", "mitchell", "roberts", "turner", "phillips",
            "campbell", "parker", "evans", "edwards", "collins", "stewart", "morris", "murphy", "cook", "rogers",
        ],
        "myname": ["my name is", "this is", "it's", "i'm", "the name is", "", "", "it's under"],
        "yearword": [
            "twenty ten", "twenty twelve", "twenty fifteen", "twenty sixteen", "twenty eighteen", "twenty nineteen",
            "twenty twenty", "twenty twenty one", "twenty twenty three", "two thousand eight", "two thousand twelve",
            "two thousand fourteen", "two thousand sixteen", "two thousand seventeen", "two thousand eighteen",
            "two thousand nineteen", "two thousand and fifteen",
        ],
        "fine": ["fine", "good", "great", "right", "correct", "perfect", "okay", "fine with me"],
        "newness": ["", "new", "used"],
    ]
}
