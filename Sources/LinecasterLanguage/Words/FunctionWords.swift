/// Words and characters that hold sentences together and tell nothing of what they are about.
public enum FunctionWords {
    /// Chinese characters of particles, pronouns, conjunctions and prepositions, simplified and traditional.
    public static let chinese = ScalarSet("的了着過过是在和与與及或而且但并並也都就还還又再不没沒很最更之其此这這那我你您他她它们們个個把将將被给給让讓使对對从從向往为為于於以所等已曾即则則因故若如吗嗎呢吧啊地得")

    /// English words, in lower case.
    public static let english = PhraseSet(
        """
        a about above after again against all also although am among an and any are around as at away back be because been before being below \
        between both but by can cannot could did do does doing down during each either else ever every few for from further had has have having \
        he her here hers herself him himself his how however i if in into is it its itself just last least less let like made make many may me \
        might more most much must my myself near never next no nor not now of off often on once one only onto or other our ours out over own per \
        put quite rather said same say says she should since so some still such than that the their theirs them then there these they this those \
        though through to too toward towards two under until up upon us very was way we well went were what when where whether which while who \
        whom whose why will with within without would yet you your yours
        """
    )
}
