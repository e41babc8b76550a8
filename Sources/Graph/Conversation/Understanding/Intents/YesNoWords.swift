/// The words of agreement and refusal.
enum YesNoWords {
    static let signs: [(YesNo.Sign, [String])] = [
        (.yes(0.95), consents), (.yes(0.7), hedgedConsents), (.weakYes, weakConsents), (.right, agreements),
        (.no(0.95), refusals), (.no(0.7), hedgedRefusals), (.weakNo, weakRefusals), (.done, endings),
        (.neither, doubts),
    ]

    private static let consents = [
        "yes", "yeah", "yep", "yup", "ya", "yea", "aye", "absolutely", "definitely", "certainly", "of course",
        "go ahead", "please do", "do it", "book it", "do that", "let's do it", "let's do that", "let's go with that",
        "that works", "works for me", "that'll do", "that will do", "you got it", "you bet", "sounds good",
        "sounds great", "sounds perfect", "sounds fine", "sounds right", "go for it", "why not", "no problem",
        "no worries", "no objection", "no objections", "not a problem", "not at all a problem", "by all means",
        "make it so", "confirmed", "confirm", "i confirm", "i agree", "agreed", "affirmative", "uh huh", "mm hmm",
        "mhm", "indeed", "for sure", "sure thing", "i'd love to", "i would love to", "i'd like that", "that suits me",
        "suits me", "that would be great", "that'd be great", "would be great", "that would be lovely",
        "that would be good", "i'd appreciate that", "yes please", "please", "go on then", "go on", "i do", "i would",
        "it is", "you may", "don't worry", "doesn't hurt", "don't mind", "don't see why not", "can't complain",
        "not bad", "can't wait", "book me in", "book that", "take it", "i'll take it", "i'll take that", "lock it in",
        "deal", "okie dokie", "okey dokey", "roger", "roger that", "totally", "no doubt", "no yeah", "si", "oui",
        "jawohl",
        "that's the one", "fine by me", "fine with me", "okay by me", "happy with that", "i'm happy with that",
        "that's what i want", "that's what i said", "you're right", "true", "spot on", "bingo", "ten four",
        "all correct",
    ]
    private static let hedgedConsents = [
        "i guess", "i guess so", "i suppose", "i suppose so", "i think so", "probably", "i believe so",
        "should be fine",
        "should be okay", "should work", "might as well", "if you like", "if you want", "i'd say so", "most likely",
        "looks like it", "seems right", "seems fine", "could be", "i reckon so", "i reckon",
    ]
    private static let weakConsents = [
        "sure", "okay", "ok", "fine", "great", "good", "all right", "alright", "cool", "lovely", "wonderful", "nice",
        "very well", "excellent", "awesome",
    ]
    private static let agreements = [
        "correct", "right", "exactly", "perfect", "that's right", "that's correct", "that is correct", "that is right",
        "that's perfect", "precisely", "all good", "looks good", "looks right", "that's fine", "that's good",
        "that's great", "that's okay", "everything is correct", "everything's correct", "everything is right",
        "it's right", "it's correct", "you got that right", "nothing to change", "no changes", "no change",
    ]
    private static let refusals = [
        "no", "nope", "nah", "no way", "not right", "not correct", "that's wrong", "is wrong", "wrong", "incorrect",
        "not really", "not quite", "not yet", "not what i", "not now", "not today", "not at all", "not exactly",
        "absolutely not", "definitely not", "certainly not", "of course not", "no thanks", "no thank you",
        "i don't think so", "don't think so", "i'd rather not", "rather not", "i don't want", "i do not want",
        "please don't", "don't do that", "don't do it", "don't book", "don't bother", "don't cancel", "never",
        "negative",
        "uh uh", "nuh uh", "yeah no", "yes no", "not interested", "no need", "that's not it", "isn't right",
        "is not right", "isn't correct", "is not correct", "not sure about that", "no wait", "wait no", "hell no",
        "not like that", "keep it", "leave it", "leave it as it is", "keep it as it is", "leave it like it is",
        "not this time", "nothing else", "nothing more", "nothing",
        "not for me",
        "doesn't work", "does not work", "won't work", "that won't do", "can't do that", "don't like that", "not good",
        "not okay", "not fine", "i'm not happy with that", "i disagree", "no good", "untrue", "not true",
        "nothing further",
        "that isn't it", "not necessary", "it isn't", "it's not", "it is not",
        "changed my mind", "no no", "neither", "none of those", "none of these", "none of them",
    ]
    private static let hedgedRefusals = [
        "i guess not", "i suppose not", "probably not", "maybe not", "i don't believe so", "not so sure", "i doubt it",
        "not likely", "unlikely", "i hope not", "perhaps not", "better not", "i think not",
    ]
    private static let weakRefusals = [
        "don't", "do not", "i don't", "i won't", "i do not", "i said", "i meant", "isn't", "not",
    ]
    private static let doubts = [
        "not sure", "i'm not sure", "i am not sure", "don't know", "i don't know", "no idea", "not certain",
        "don't care",
        "doesn't matter", "no preference", "not decided", "don't have", "don't understand", "hard to say", "depends",
    ]
    private static let endings = [
        "that's it", "that is it", "that's all", "that is all", "that's everything", "that'll be all",
        "that will be all", "i'm good", "i'm all set", "all set", "i'm fine", "we're good", "i think that's it",
        "i think that's all", "i'm done", "that was it", "that was all",
    ]
}
