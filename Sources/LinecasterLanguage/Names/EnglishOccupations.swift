/// English words, in small letters, that tell what a person is: `the mayor`, `a bell-ringer`, `lighthouse keeper`.
public enum EnglishOccupations {
    /// Whether a word is one: by the lists, by an ending that only people have, or as the head of `mother-of-two`.
    ///
    /// - Parameters:
    ///   - text: Bytes with small letters.
    ///   - word: A range of it, half-open.
    public static func contains(_ text: [UInt8], _ word: Range<Int>) -> Bool {
        if known.contains(text, word) { return true }
        guard let ending = endings.match(in: text, endingAt: word.upperBound, from: word.lowerBound) else {
            return isOfSeveral(text, word)
        }
        // A whole word is none by itself where it is no more than man.
        let isWhole = ending == word.lowerBound && word.count >= 5
        return (isWhole || ending - word.lowerBound >= 2) && !exceptions.contains(text, word)
    }

    /// `mother-of-two`
    private static func isOfSeveral(_ text: [UInt8], _ word: Range<Int>) -> Bool {
        guard let hyphen = text.firstIndex(of: UInt8(ascii: "-"), from: word.lowerBound, to: word.upperBound),
            text.holds("-of-", at: hyphen)
        else { return false }
        return Titles.englishNouns.contains(text, word.lowerBound..<hyphen)
    }

    private static let known = PhraseSet(constant: Titles.englishNouns.words + others.words)
    private static let endings = PhraseSet(
        """
        man woman keeper maker worker smith monger wright ologist ician grapher player driver owner holder dealer builder rider fighter farmer trainer \
        jumper vaulter thrower cleaner collector writer mother father teacher officer manager leader iatrist herd baker grower goer hunter catcher \
        commander tuner breaker waller layer sweeper crier
        """
    )
    private static let exceptions = PhraseSet(
        "woman human german roman norman ottoman superhuman talisman screwdriver placeholder smith wright holder icebreaker windbreaker circuit-breaker tiebreaker tie-breaker multilayer"
    )

    private static let others = PhraseSet(
        """
        stoker postman roofer bricklayer stonemason mason joiner glazier welder locksmith cobbler seamstress dressmaker milliner florist greengrocer newsagent \
        publican landlady barmaid bartender barista chef sous-chef sommelier caterer hotelier innkeeper butler nanny childminder babysitter janitor concierge \
        doorman bouncer groundskeeper shepherd farmhand crofter orchardist lumberjack forester trapper angler deckhand bosun mariner rower diver gymnast \
        sprinter hurdler shot-putter boxer wrestler jockey showjumper skier snowboarder skater climber mountaineer golfer all-rounder fly-half scrum-half \
        hooker flanker centre-half left-back right-back full-back centre-forward outfielder shortstop linebacker receiver cornerback goaltender umpire physio \
        physiotherapist osteopath chiropractor optician radiographer anaesthetist anesthesiologist obstetrician matron carer caregiver schoolteacher \
        headteacher bursar vice-chancellor postgraduate undergraduate graduate apprentice trainee intern schoolboy schoolgirl pupil teenager widower bride \
        bridegroom twin heir heiress victim witness suspect defendant claimant plaintiff appellant juror foreman bailiff usher stenographer notary conveyancer \
        agent surveyor auctioneer valuer collector bookseller publisher proofreader sub-editor cartoonist illustrator photojournalist cameraman stagehand \
        puppeteer magician ventriloquist juggler acrobat ballerina soprano tenor baritone mezzo-soprano contralto organist choirmaster bandleader drummer \
        guitarist bassist songwriter singer-songwriter rapper bell-ringer verger sexton curate canon churchwarden deacon chaplain vicar rector hymn-writer \
        lifeguard coastguard coxswain paratrooper gunner spy informant whistleblower hacker gamer vlogger blogger influencer youtuber podcaster crowdfunder \
        fundraiser philanthropist tycoon magnate mogul billionaire millionaire financier stockbroker bookmaker punter actuary auditor bookkeeper receptionist \
        typist packer courier pitman weaver dyer potter glassblower luthier cabinetmaker upholsterer thatcher tiler plasterer decorator undertaker gravedigger \
        mayoress alderman backbencher peer baroness unionist peacekeeper refugee migrant asylum-seeker immigrant survivor patient visitor tourist customer \
        shopper bystander onlooker eyewitness motorist pedestrian biker walker rambler hiker camper birdwatcher twitcher churchgoer parishioner villager \
        townsman islander apologist biographer essayist critic reviewer translator interpreter polymath naturalist conservationist environmentalist feminist \
        suffragette suffragist pacifist abolitionist reformer dissident exile defector attache consul mediator negotiator arbitrator ombudsman regulator \
        prefect monarch emperor empress sultan prince princess duke duchess earl countess knight dame laureate winner champion runner-up medallist medalist \
        record-holder newcomer debutant debutante rookie co-captain vice-captain cofounder boss secretary-general vice-principal co-director co-author \
        coauthor ghostwriter showrunner impresario conservator restorer registrar docent guide sherpa porter stewardess purser navigator signaller sapper \
        sniper conscript recruit cadet brigadier commodore ensign midshipman medic stretcher-bearer orderly phlebotomist nutritionist dietitian dietician \
        therapist counsellor counselor psychotherapist hypnotist healer herbalist acupuncturist masseur masseuse hairdresser stylist beautician model milkmaid \
        maid dishwasher busboy maître sommelière cowboy cattleman stockman drover shearer wrangler vet vintner distiller cooper chandler miller tanner saddler \
        wheelwright cartwright ropemaker chimneysweep lamplighter signwriter engraver bookbinder printer compositor typesetter telegraphist telephonist \
        dispatcher controller coder administrator helper benefactor donor patron sponsor auditor-general solicitor-general attorney-general paralegal marshal \
        sleuth jailer prisoner inmate convict fugitive burglar robber thief fraudster murderer killer gunman attacker assailant hostage kidnapper
        """
    )
}
