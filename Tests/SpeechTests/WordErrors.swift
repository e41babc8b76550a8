/// Word errors of a transcript: substitutions, insertions and deletions of the best alignment.
func wordErrors(_ said: String, _ heard: String) -> (errors: Int, words: Int) {
    let said = said.split(separator: " ")
    let heard = heard.split(separator: " ")
    var row = Array(0...heard.count)
    for (i, word) in said.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in heard.enumerated() {
            let best = min(diagonal + (word == other ? 0 : 1), row[j] + 1, row[j + 1] + 1)
            diagonal = row[j + 1]
            row[j + 1] = best
        }
    }
    return (row[heard.count], said.count)
}
