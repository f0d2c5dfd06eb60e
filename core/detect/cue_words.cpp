#include "detect/cue_words.hpp"

#include <array>
#include <string>
#include <vector>

namespace paravent::detect {
namespace {

struct Row {
  WordCue cue;
  std::string_view words;  // folded, one space between
};

constexpr std::array rows{
    Row{WordCue::Civility,
        "m mm mme mmes mlle mlles mr mrs ms miss monsieur madame mademoiselle messieurs mesdames mister"},
    Row{WordCue::Title,
        "dr dre drs docteur docteure pr pre professeur professeure prof me maitre mgr abbe sir lady "
        "doctor professor rev reverend cllr councillor sgt capt judge pastor bishop imam"},
    Row{WordCue::Kin,
        "mari femme epoux epouse conjoint conjointe compagnon compagne fils fille filles enfant enfants "
        "bebe aine ainee cadet cadette benjamin benjamine frere freres soeur soeurs jumeau jumelle "
        "jumeaux jumelles pere mere papa maman parents beau-pere oncle tante cousin cousine neveu niece "
        "grand-mere grand-pere mamie papi papy parrain marraine filleul filleule ex fiance fiancee copain "
        "copine petit-fils belle-mere beau-frere belle-soeur demi-frere demi-soeur husband wife son "
        "daughter brother sister mother father partner kid kids child children baby twin twins mum mom "
        "mam dad mama uncle aunt nephew nan gran grandma grandpa grandad granddad grandmother grandfather "
        "grandson granddaughter girlfriend boyfriend spouse sibling stepson stepdaughter stepfather "
        "stepmother in-laws"},
    Row{WordCue::PersonRole,
        "coache coachee coaches client cliente clients clientes collegue collegues ami amie amis amies "
        "voisin voisine binome mentor mentore tuteur tutrice superviseur superviseuse supervise "
        "supervisee sponsor prescripteur prescriptrice beneficiaire stagiaire alternant alternante patron "
        "patronne chef cheffe boss manager manageuse manageur responsable assistant assistante associe "
        "associee collaborateur collaboratrice adjoint adjointe predecesseur successeur remplacant "
        "remplacante interlocuteur interlocutrice referent referente camarade confrere consoeur pair "
        "homologue subordonne subordonnee participant participante intervenant intervenante fondateur "
        "fondatrice cofondateur cofondatrice pote copains psy therapeute medecin avocat avocate notaire "
        "nounou medium prof enseignant enseignante coach facilitateur facilitatrice animateur animatrice "
        "comptable secretaire infirmiere infirmier gerant gerante dirigeant dirigeante delegue deleguee "
        "elu elue maire depute deputee recruteur recruteuse candidat candidate n1 n2 coachee's colleague "
        "colleagues friend supervisor coachees teammate peer peers director deputy owner founder "
        "cofounder chair chairman trustee pa ea intern trainee apprentice teacher nurse recruiter lawyer "
        "accountant landlord neighbour neighbor flatmate successor predecessor engineer foreman "
        "facilitator lead headteacher principal"},
    Row{WordCue::PersonVerb,
        "voir vu vue vois rencontre rencontrer rencontree appele appeler appelle rappeler rappele "
        "contacter contacte remercier remercie relancer relance recevoir recu recue recois accompagner "
        "accompagne accompagnee coacher debriefer debrief briefer inviter invite presenter remplacer "
        "remplace remplacee prevenir prevenu croiser croise connaitre connait ecouter recadrer recadre "
        "licencier licencie virer vire embaucher recruter recrute promouvoir promu solliciter sollicite "
        "interroger consulter convoquer convoque confronter feliciter soutenir rassurer rassure aider "
        "manager manage supervise superviser evaluer aimer deteste admire croit ecoute tel telephoner "
        "tutoyer cc copie met saw called thanked meet meeting call ring rang phone phoned email emailed "
        "text texted ask asked tell told thank invited brief briefed coached coaching see seeing remind "
        "chase spoke meets asks asking tells telling calls calling sees rings ringing phones phoning "
        "emails emailing texts texting thanks thanking reminds reminded chases chased briefs hired hires "
        "fired sacked promoted mentors mentored interviewed blames blamed supervises supervised"},
    Row{WordCue::WithPerson, "avec entre contre pour par sans envers with between against via grace"},
    Row{WordCue::Chez, "chez"},
    Row{WordCue::ToPlace, "a vers depuis pres sur au aux en in at near from to"},
    Row{WordCue::PlaceNoun,
        "site sites agence agences ville villes village quartier usine gare aeroport region antenne "
        "bureau bureaux campus port vallee metropole commune agglomeration banlieue secteur depot "
        "entrepot plateforme departement arrondissement place forum plage bassin canton implantation "
        "implantations locaux seminaire atelier trajet train tgv vol route"},
    Row{WordCue::PlaceVerb,
        "habite habitent habitait vit vivait vivent basee base bases installe installee mute mutee "
        "mutation ne nee nes demenage demenager demenagement originaire rentre rentree revient arrive "
        "arrivee parti partie retourne lives lived based moved born relocated live living move moving "
        "commute commutes commuting grew raised settled"},
    Row{WordCue::OrgNoun,
        "cabinet groupe societe entreprise boite filiale association startup start-up employeur marque "
        "enseigne fondation mutuelle banque compagnie maison pme eti concurrent prestataire fournisseur "
        "partenaire agence imprimerie boulangerie garage laboratoire labo editeur editions librairie "
        "restaurant hotel transports assurances cooperative holding franchise federation ong club studio "
        "cabinets company firm group employer charity agency business supplier vendor competitor "
        "subsidiary nonprofit union trust council bank school college hospital"},
    Row{WordCue::OrgVerb,
        "rejoindre rejoint rejoins integrer integre quitter quitte racheter rachete rachetee rachat "
        "rachats fusion fusionne postule postuler embauche embauchee travaille travaillait bosse bossait "
        "salarie salariee cofonde fonde fondee preside dirige joined joining left works worked join quit "
        "leave leaving hired sold founded founder ran owns acquired working"},
    Row{WordCue::LegalForm,
        "sa sas sarl eurl sasu gmbh inc ltd llc plc scop sca snc sci scic bv nv srl sprl asbl spa kg corp "
        "llp pty"},
    Row{WordCue::OrgTail,
        "associes associe fils freres compagnie cie conseil conseils consulting consultants partners "
        "partenaires group groupe technologies technologie tech industrie industries services service "
        "systems systemes solutions international assurances assurance logistique transports transport "
        "batiment construction energie energies digital media medias sante immobilier distribution france "
        "europe engineering ingenierie formation coaching pharma lab labs studio bank banque capital "
        "holding foods food associates brothers limited software academy school university college "
        "institute ventures motors airlines agency viandes emballages emballage cartons plastiques "
        "peintures charpente charpentes bois metal metaux textile textiles cargo conserves primeurs "
        "mecanique automobiles ascenseurs electricite plomberie toitures couverture menuiserie "
        "menuiseries fermetures machines paysages espaces maintenance nettoyage proprete securite "
        "informatique logiciels telecom telecoms electronique chimie cosmetiques traiteur vins spiritueux "
        "semences engrais aliments meubles cuisines habitat constructions travaux carrieres granulats "
        "beton levage manutention entrepots demenagements voyages autocars editions impression imprimerie "
        "packaging rail steel mills bakery brewing builders properties homes retail"},
    Row{WordCue::ProjectNoun,
        "projet projets programme programmes plan chantier operation dispositif demarche initiative "
        "project program code"},
    Row{WordCue::Determiner,
        "le la les l un une des ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos "
        "leur leurs du au aux quelques plusieurs chaque aucun aucune tout toute tous toutes quel quelle "
        "certains certaines deux trois the an this that these those my your his her our their some any "
        "each every both another which no"},
    Row{WordCue::Possessive,
        "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs my your his her our"},
    Row{WordCue::Particle,
        "de d du des la le les l van von der den di da do dos del della el al ben bin ibn abd abdel ait "
        "bel o mac mc ter y und zu san"},
    Row{WordCue::Of, "de d du des of"},
    Row{WordCue::Greeting,
        "bonjour bonsoir salut coucou hello cher chere chers cheres hi dear hey merci bravo bienvenue"},
    Row{WordCue::SignOff,
        "cordialement amicalement sincerement bises bisous bise amities regards cheers bien-a-vous "
        "respectueusement chaleureusement sincerely thanks best love yours warmly kind"},
    Row{WordCue::Clitic, "me m te t se s lui y n ne nous l en"},
    Row{WordCue::Auxiliary,
        "a est etait sera serait avait aura aurait va allait fut ira peut pouvait doit devait veut "
        "voulait sait savait fait faisait vient venait is was has had will would can did does are were "
        "have do should could may might must shall"},
    Row{WordCue::And, "et ou puis ni and or"},
    Row{WordCue::Citation,
        "selon cf lire lu relu relire livre livres ouvrage ouvrages auteur auteurs autrice theorie "
        "theories theoricien modele modeles concept concepts citation citations citer cite citee dixit "
        "triangle pyramide typologie article chapitre these paradigme ecrits essai oeuvre pensee "
        "philosophe sociologue psychanalyste lecture lectures biblio bibliographie according theory model "
        "book quoted author"},
    Row{WordCue::CitationContext,
        "matrice courbe cycle echelle approche methode triptyque loi grille recherche recherches etude "
        "etudes travaux definition conference podcast roman psychologue ref reference references source "
        "sources inspire idee notion formule outil principe ed eds editions see method cadre expression "
        "metaphore fenetre roue hypothese axiome distinction poeme poete chanson film documentaire texte "
        "preface "
        "romancier romanciere ecrivain anthropologue economiste penseur essayiste pedagogue maxime aphorisme "
        "poem poet novel talk essay philosopher sociologist economist paper quote quotes theorist"},
    Row{WordCue::BodyOf,
        "direction administration surveillance pilotage gestion communication suivi formation entreprise "
        "etablissement quartier lecture projet projets service securite sante travail"},
    Row{WordCue::NamedPlaceHead,
        "parc salle gare chateau foret lac square jardin jardins stade theatre domaine quai abbaye villa "
        "immeuble amphi amphitheatre rue boulevard bd avenue av place porte ile vallee pont allee impasse "
        "chemin ruelle faubourg esplanade canal col tour baie halle cap montagne"},
    Row{WordCue::StreetHead,
        "rue boulevard bd avenue av quai square allee impasse ruelle faubourg esplanade amphi "
        "amphitheatre"},
    Row{WordCue::BodyTail,
        "hospital hospice infirmary university college school academy trust council foundation "
        "association society institute agency fund bank church chapel cathedral guild clinic ministry "
        "authority grammar centre center ltd llp limited holdings network partnership shipping club hotel "
        "museum library theatre theater hub forum primary surgery choir orchestra union league federation "
        "alliance consortium regiment battalion ps"},
    Row{WordCue::PlaceTail,
        "bridge street road lane park airport station market hall room house wing court island beach bay "
        "valley hill lake river creek tower building wharf quay terrace crescent gardens campus plaza "
        "farm parade lagoon county heights inn buildings depot common green arms docks mews close cross "
        "fairgrounds"},
    Row{WordCue::Partner,
        "fils filles freres soeurs associes associees compagnie cie sons daughters co partners"},
    Row{WordCue::AiWord,
        "ia ai llm gpt chatgpt prompt prompts anthropic openai chatbot copilot gemini mistral perplexity "
        "modele token tokens claude.ai"},
    Row{WordCue::Calendar,
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi "
        "mercredi jeudi vendredi samedi dimanche lundis mardis mercredis jeudis vendredis samedis "
        "dimanches mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march "
        "april may june july august september october november december monday tuesday wednesday thursday "
        "friday saturday sunday"},
    Row{WordCue::FamilyOf, "famille epoux couple menage clan fratrie family"},
    Row{WordCue::CodeName,
        "baptise baptisee baptises surnomme surnommee nomme nommee appele appelee prenomme prenommee "
        "intitule intitulee dit dite alias named called nicknamed"},
    Row{WordCue::FirstPerson,
        "je j nous vous il elle ils elles on tu ca my so what who when why how if but not there here then "
        "now yes up even first just such been being cela ce qui hui que qu quoi dont moi toi lui eux i "
        "you he she we they it"},
    Row{WordCue::PrefixOfName, "ex anti pro non post pre pseudo"},
};

// Verbs of speaking, thinking and feeling: their subject is a person. Stems of the first group take the
// endings below; the forms of the others are written out.
constexpr std::string_view speech_stems =
    "expliqu propos demand racont insist pens ajout confi precis affirm remarqu evoqu avou constat estim "
    "refus accept esper souhait not observ propos hesit pleur rigol plaisant signal partag annonc soulign "
    "rappel compt dout accus reproch critiqu soupir protest murmur conseill invit exprim imagin cherch os "
    "apprehend redout regrett encourag justifi abord envisag decid valid relativis minimis culpabilis stress "
    "panique travers mang parl arriv pass rentr commenc continu termin attaqu coup laiss telephon envoy "
    "achev reconna cri hurl rapport relat clarifi reformul resum questionn interrog repliqu objecte argument";
constexpr std::array<std::string_view, 8> first_group_endings{"e", "ent", "ait",   "aient",
                                                              "a", "era", "erait", "erent"};
constexpr std::string_view speech_forms =
    "dit disait dira repond repondait repondit repondu croit croyait sent sentait ressent ressentait veut "
    "voulait souhaite comprend comprenait admet admettait reconnait sourit souriait rit riait ecrit ecrivait "
    "decrit decrivait promet promettait apprend prend prenait entend entendait vit choisit reussit finit "
    "reagit agit craint craignait decouvre decouvrait souffre souffrait tient tenait dort dormait soutient "
    "revient devient parait semble semblait part sort boit lit connait pretend perd perdait rend defend "
    "attend attendait met mettait voit voyait suit vient venait pourrait aimerait voudrait devrait says said "
    "thinks thought feels felt asks asked wants wanted told tells replied explains explained believes admits "
    "admitted wrote knows knew likes loves hates needs needed agrees agreed wonders wondered worries worried "
    "laughs laughed smiled cries sighed nods nodded shrugged mentions mentioned suggests suggested insists "
    "insisted promises promised hopes hoped fears complains complained answered speaks spoke talks talked "
    "comes "
    "came goes went leaves starts started stopped stayed sent sends brought brings took takes gave gives got "
    "gets kept keeps made makes found held leads ran joined worked planned refused tried tries sees heard "
    "sat "
    "stood arrived offered realised realized noticed decided decides chose struggles struggled";

// Open addressing over a power of two; filled once, then only read.
class CueTable {
 public:
  CueTable() : slots_(8192) {
    for (const Row& row : rows) {
      for_each_word(row.words, [&](std::string_view word) { insert(std::string(word), row.cue); });
    }
    for_each_word(speech_stems, [&](std::string_view stem) {
      for (const std::string_view ending : first_group_endings) {
        insert(std::string(stem) + std::string(ending), WordCue::SpeechVerb);
      }
    });
    for_each_word(speech_forms,
                  [&](std::string_view form) { insert(std::string(form), WordCue::SpeechVerb); });
  }

  WordCues find(std::string_view word) const {
    for (std::size_t at = hash(word);; ++at) {
      const Slot& slot = slots_[at & (slots_.size() - 1)];
      if (slot.word.empty()) return {};
      if (slot.word == word) return slot.cues;
    }
  }

 private:
  struct Slot {
    std::string word;
    WordCues cues;
  };

  template <class Use>
  static void for_each_word(std::string_view words, Use use) {
    while (!words.empty()) {
      const std::size_t end = words.find(' ');
      use(words.substr(0, end));
      if (end == std::string_view::npos) return;
      words.remove_prefix(end + 1);
    }
  }

  static std::size_t hash(std::string_view word) {
    std::uint32_t h = 2166136261U;
    for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
    return h ^ (h >> 15U);
  }

  void insert(const std::string& word, WordCue cue) {
    for (std::size_t at = hash(word);; ++at) {
      Slot& slot = slots_[at & (slots_.size() - 1)];
      if (slot.word.empty()) slot.word = word;
      if (slot.word == word) {
        slot.cues.add(cue);
        return;
      }
    }
  }

  std::vector<Slot> slots_;
};

}  // namespace

WordCues cues_of(std::string_view folded) noexcept {
  static const CueTable table;
  if (folded.empty()) return {};
  return table.find(folded);
}

}  // namespace paravent::detect
