/// Something that gives the probability of a word after up to two others, by word number.
protocol WordModel {
    func probability(of word: Int) -> Double
    func probability(of word: Int, after previous: Int) -> Double
    func probability(of word: Int, after beforePrevious: Int, _ previous: Int) -> Double
    /// The pairs this model knows better than from its single words.
    var pairs: [NGramKey] { get }
    /// The triples this model knows better than from its pairs.
    var triples: [NGramKey] { get }
}
