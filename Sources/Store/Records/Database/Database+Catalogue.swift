package import Conversation
import SQL

extension Database {
    /// A service by name, or all of them.
    package func services(named name: String? = nil) async throws(StoreError) -> [ServiceOffer] {
        try Input.check(name, "service", limit: 200)
        return try await reading { transaction in
            let rows =
                if let name {
                    try transaction.query("SELECT * FROM service_types WHERE LOWER(name) = LOWER(?)", [name])
                } else {
                    try transaction.query("SELECT * FROM service_types ORDER BY id")
                }
            return try rows.map { try ServiceOffer(row: $0) }
        }
    }

    /// The cars in stock that fit, cheapest first; when none does, what comes nearest.
    package func inventory(_ query: InventoryQuery) async throws(StoreError) -> InventoryMatches {
        for text in [query.make, query.color] + query.models { try Input.check(text, "car", limit: 200) }
        let cars = try await reading { transaction in
            try transaction.query("SELECT * FROM inventory WHERE is_available ORDER BY price, id LIMIT 5000")
                .map { try InventoryItem(row: $0) }
        }
        return Stock(cars).matches(query)
    }

    /// The answers of a category; when it has none, those that are about the question, best first, at most three. Empty
    /// when none is.
    package func searchFAQ(_ query: String, category: String?) async throws(StoreError) -> [FAQEntry] {
        try Input.check(category, "category", limit: 200)
        let question = SearchQuery(query)
        return try await reading { [lexicon] transaction in
            if let category {
                let exact = try transaction.query("SELECT * FROM faq WHERE category = ? ORDER BY id", [category])
                if !exact.isEmpty { return try exact.map { try FAQEntry(row: $0) } }
            }
            guard !question.stems.isEmpty else { return [] }
            let count: Int = try transaction.first("SELECT COUNT(*) AS count FROM faq")?["count"] ?? 0
            let candidates = try transaction.answers(near: question)
            return AnswerRanking(question, candidates: candidates, among: count, lexicon).best(3)
        }
    }
}

extension SQLTransaction {
    /// Entries in which a word begins like one of the question's, the likeliest two hundred.
    fileprivate func answers(near question: SearchQuery) throws -> [FAQEntry] {
        switch dialect {
        case .sqlite:
            let pattern = question.stems.map { "\"\($0)\" *" }.joined(separator: " OR ")
            return try query(
                """
                SELECT faq.* FROM faq JOIN faq_search ON faq_search.rowid = faq.id WHERE faq_search MATCH ?
                ORDER BY bm25(faq_search, 5.0, 3.0, 1.0), faq.id LIMIT 200
                """, [pattern]
            ).map { try FAQEntry(row: $0) }
        case .postgresql:
            let pattern = question.stems.map { "'\($0)':*" }.joined(separator: " | ")
            return try query(
                """
                SELECT faq.* FROM faq, to_tsquery('simple', ?) AS wanted WHERE search @@ wanted
                ORDER BY ts_rank(search, wanted) DESC, faq.id LIMIT 200
                """, [pattern]
            ).map { try FAQEntry(row: $0) }
        }
    }
}
