/// What the product does not look for, case by case, with the reason.
enum RecognizerScope {
    static func reason(_ item: RecognizerCase, _ model: RecognizerModel) -> String? { nil }
}
