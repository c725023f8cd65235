const money = `
subvention = financement = aide financière = soutien financier = cofinancement
FEDER > financement
FSE > financement
FDVA > subvention
coût = prix = tarif
cher = coûteux = onéreux
bon marché = petit prix
abordable > bon marché
cher > bon marché
gratuit = offert
argent = fric = moyens financiers
budget = enveloppe budgétaire = budgétisation
dépense = frais = charge financière
revenu = ressources financières
salaire = rémunération = traitement mensuel
fiche de paie > salaire
pauvreté = précarité = misère = exclusion sociale
pauvre = démuni = précaire = défavorisé = nécessiteux
pauvre > précarité
pauvreté > précaire
dette = endettement = surendettement = impayé
crédit bancaire = prêt bancaire = microcrédit
don financier = donation = legs
mécénat = sponsoring = parrainage d'entreprise = mécène
financement participatif = crowdfunding = cagnotte = collecte de fonds
appel à projets = AAP
économiser = épargner = dépenser moins
impôt = fiscalité
déclaration de revenus = déclaration d'impôts
acheter = achat = acquérir = acquisition = se procurer
vendre = vente = commercialiser
prestation sociale = allocation = aide sociale
RSA = revenu de solidarité
RSA > minima sociaux
AAH = allocation adulte handicapé
APL = aide au logement = allocation logement
bourse d'études = aide aux études
devis = chiffrage = estimation de prix
comptabilité = tenue des comptes = comptable
cotisation = frais d'adhésion
monnaie locale = monnaie complémentaire
troc = bourse d'échange = échange sans argent
magasin gratuit = gratiferia = donnerie = zone de gratuité
rentable = profitable = lucratif
prime = gratification = bonus
réduction de prix = rabais = remise tarifaire = ristourne
quotient familial = tarif social
mutualiser = mettre en commun = partager les moyens
mensualité = versement mensuel
retirer de l'argent > banque
banque = établissement bancaire
bon d'achat = chèque cadeau
amende = contravention = procès-verbal
économies d'échelle > mutualiser
payer = paiement
thune > argent
note de frais = remboursement de frais
conseil budgétaire = point conseil budget
Banque de France > surendettement
tontine = épargne collective
achat en ligne = vente en ligne
`;

const work = `
travail = emploi = boulot = job = métier = profession
chômage = chômeur = recherche d'emploi = demandeur d'emploi
recruter = embaucher = engager du personnel
recrutement > emploi
licenciement = perte d'emploi = renvoi
salarié = travailleur = personnel
patron = employeur = chef d'entreprise = dirigeant
collègue = confrère
entreprise = firme
TPE = microentreprise
TPE > petite entreprise
PME = petite entreprise = moyenne entreprise
indépendant = freelance = autoentrepreneur = travailleur indépendant
intérim = travail temporaire = mission temporaire
CDI > emploi
CDD > emploi
contrat aidé > emploi
saisonnier = travail saisonnier
télétravail = travail à distance = travail à domicile = home office
coworking = bureau partagé
insertion professionnelle = retour à l'emploi = réinsertion
Pôle emploi = France Travail = ANPE
mission locale > insertion professionnelle
CV = curriculum vitae
lettre de motivation > candidature
candidature = postuler = dossier de candidature
entretien d'embauche = job dating
reconversion = changement de métier = réorientation professionnelle
stage = immersion professionnelle = stagiaire
alternance = apprentissage professionnel = contrat d'apprentissage
service civique = volontaire en service
congé = vacances payées = jours de repos
grève = débrayage = arrêt de travail
syndicat = représentant du personnel = organisation syndicale
RH = ressources humaines = gestion du personnel
équipe = staff
burn-out = épuisement professionnel = surmenage
pénibilité = conditions de travail
compétence = aptitude = capacité professionnelle
carrière = parcours professionnel
ESAT = travail adapté = atelier protégé
IAE = chantier d'insertion = entreprise d'insertion
main-d'œuvre > travailleur
gagner sa vie > travail
entreprendre = création d'entreprise = entrepreneuriat
startup = jeune pousse
temps partiel = mi-temps
horaire = emploi du temps = plage horaire
taf > travail
bosser > travail
fiche de poste = description de poste
groupe de travail = comité technique
comité de pilotage = COPIL
chantier jeunes = chantier éducatif
CARSAT > retraite
CNAV > retraite
`;

const training = `
formation = stage de formation = cursus
apprendre = apprentissage = se former
instruire > enseigner
transmettre un savoir > enseigner
enseignant = professeur = prof = instituteur = maître d'école
élève = écolier = collégien = lycéen
étudiant = université = étude supérieure
école = établissement scolaire = scolaire
collège > école
lycée > école
baccalauréat > lycée
maternelle = école maternelle
cantine = restaurant scolaire = restauration scolaire
devoirs = aide aux devoirs = soutien scolaire = accompagnement à scolarité
CLAS > soutien scolaire
décrochage scolaire = échec scolaire = décrocheur
absentéisme scolaire > décrochage scolaire
CPE = conseiller principal d'éducation
diplôme = certification = brevet = qualification
BAFA = brevet d'animateur = diplôme d'animateur
CPF = compte formation = compte personnel formation
VAE = validation des acquis
MOOC = cours en ligne = formation en ligne = e-learning = formation à distance
tutoriel = tuto = mode d'emploi
manuel scolaire > livre scolaire
examen = épreuve scolaire = concours
illettrisme = analphabétisme = illettré
alphabétisation > illettrisme
apprendre à lire > illettrisme
orientation scolaire = choix d'orientation
harcèlement scolaire = cyberharcèlement
mentorat = tutorat = mentor = parrainage
pédagogie = méthode d'enseignement
éducation populaire = éduc pop
matériel pédagogique = outil pédagogique = support pédagogique
jeu éducatif = jeu pédagogique = serious game
classe verte = voyage scolaire = sortie scolaire
soutien à parentalité > parentalité
rentrée scolaire > école
examen du permis > permis de conduire
apprenant = personne formée
débutant = novice = néophyte
initiation = découverte
savoir = connaissance
niveau de langue > langue étrangère
lecture = lire
écriture = écrire = rédiger
calcul = mathématiques = arithmétique
science = scientifique
vulgariser = rendre accessible = expliquer simplement
sensibiliser = faire prendre conscience = conscientiser
fac > université
cours particulier > soutien scolaire
prise en main > initiation
certification numérique = PIX
mallette = valise pédagogique = malle pédagogique
lieu ressource = centre de ressources
`;

const housing = `
logement = habitat = hébergement
ADIL > logement
appartement = appart
maison individuelle = pavillon
immeuble = bâtiment d'habitation
logement social = HLM = bailleur social
bailleur = propriétaire = loueur
locataire = occupant du logement
bail > loyer
sans-abri = SDF
hébergement d'urgence = accueil de nuit = foyer d'urgence
colocation = habitat partagé = logement partagé
déménager = changer de logement = déménagement
expulsion > logement
rénover = réhabiliter = refaire à neuf
insalubre = indécent = mal logé = habitat indigne
isolation thermique = calfeutrage
chauffage = chaudière = radiateur
précarité énergétique = froid au logement = passoire thermique
meuble = mobilier = ameublement
électroménager = appareil ménager
lave-linge = machine à laver
frigo = réfrigérateur
bricolage = bricoler = petits travaux
outil de bricolage = outillage
prêt d'outils = outilthèque = bibliothèque d'outils
ménage à domicile = entretien du logement
laverie = pressing = lavomatic
copropriété = syndic
voisin = voisinage = riverain
bâtiment > immeuble
salle > local
salle communale = salle polyvalente = salle des fêtes
jardin = potager = jardinage
maison de retraite = EHPAD = maison de repos = résidence pour aînés
concierge = gardien d'immeuble
parties communes = hall d'immeuble
urbanisme = aménagement urbain = aménagement du territoire
chantier = travaux
quincaillerie > bricolage
punaise de lit > insalubre
serrure = porte fermée
résidence autonomie = MARPA = foyer logement
aide ménagère = femme de ménage
menuiserie = menuisier = ébénisterie = travail du bois
toilettes = WC
bibliothèque d'objets = objetothèque = prêt d'objets
nouveaux arrivants = nouveaux habitants
`;

const mobility = `
transport = mobilité = déplacement = se déplacer
voiture = véhicule = automobile = auto = bagnole
vélo = bicyclette = cyclable
vélo électrique = vélo à assistance
piste cyclable = voie verte = bande cyclable
bus = autobus = autocar
train = SNCF = chemin de fer = ferroviaire
transport en commun = transport public = transport collectif
TAD = transport sur demande
covoiturage = partage de trajet = voiture à plusieurs
autostop = auto-stop = stop organisé
autopartage = voiture partagée
navette = minibus = fourgonnette
trajet = itinéraire
permis de conduire = auto-école
marche à pied = piéton
pédibus = vélobus = ramassage scolaire
stationnement = parking
embouteillage = trafic routier
sécurité routière = prévention routière
trottinette = engin de déplacement
scooter = moto = deux-roues
PMR = mobilité réduite = fauteuil roulant
taxi = VTC
voyage = séjour = excursion
livraison = portage à domicile
essence = carburant = gazole
borne de recharge = recharge électrique
isolé géographiquement > rural
enclavé = mal desservi
trottoir = chaussée
zone trente > sécurité routière
rue aux enfants = rue scolaire = rue apaisée
vélo cargo = triporteur = biporteur
garage solidaire = garage associatif = réparation automobile
transport solidaire = conducteur bénévole
`;

const health = `
santé = sanitaire
ARS > santé
Ameli > assurance maladie
CMP > santé mentale
IME > handicap
SESSAD > handicap
médecin = docteur = généraliste = toubib
infirmier > soignant
hôpital = clinique = CHU = hospitalier
maladie = pathologie = malade
médicament = traitement médical = remède
pharmacie = pharmacien = officine
accès aux soins = désert médical = renoncement aux soins
mutuelle santé = complémentaire santé = CSS
CPAM = assurance maladie = sécurité sociale = sécu
dentiste = dent = bucco-dentaire
lunettes = opticien = ophtalmologue
psychologue = psy = thérapeute = psychiatre
santé mentale = souffrance psychique = trouble psychique
dépression = déprime = tristesse
stress = anxiété = angoisse = inquiétude
sommeil = dormir = insomnie
suicide = idées noires = suicidaire
addiction = dépendance = toxicomanie = drogue
alcool = alcoolisme = alcoolique
tabac = cigarette = tabagisme = fumer
premiers secours = secourisme = gestes qui sauvent = PSC1
vaccin = vaccination
grossesse = enceinte = maternité
accouchement = naissance = sage-femme
contraception = pilule = planning familial
sexualité = vie affective = éducation sexuelle
endométriose > santé des femmes
précarité menstruelle = protections périodiques = règles menstruelles
obésité = surpoids = perdre du poids
diabète > maladie chronique
cancer = tumeur
mémoire des aînés = Alzheimer = démence = trouble de mémoire
proche aidant = aidant familial
autonomie des aînés = perte d'autonomie = dépendance des aînés
aide à domicile = auxiliaire de vie = maintien à domicile
ADMR > aide à domicile
SAAD > aide à domicile
fin de vie = soins palliatifs = mourir
deuil = décès = mort = obsèques
hygiène = propreté
douche = salle de bain = bain
épidémie = pandémie = Covid = coronavirus
confinement = quarantaine
canicule = vague de chaleur = forte chaleur
relaxation = méditation = sophrologie
maison de santé = centre de santé
téléconsultation = télémédecine = médecin à distance
ordonnance = prescription médicale
handicap = situation de handicap = handicapé
MDPH = maison du handicap
sourd = malentendant = surdité = langue des signes
aveugle = malvoyant = déficient visuel = cécité
autisme = trouble autistique = TSA = autiste
dyslexie = trouble dys = trouble d'apprentissage
déficience intellectuelle = handicap mental = retard mental
FALC = facile à lire = langage simple
accessibilité universelle = conception universelle
école inclusive = inclusion scolaire = AESH
médiation animale = zoothérapie
écoute psychologique = ligne d'écoute = numéro vert
vulnérable = fragile = fragilité
chute = tomber = prévention des chutes
temps d'écran = surexposition aux écrans
soigner > santé
soin > santé
clope > tabac
naître > naissance
souffrir = souffrance = douleur
téléassistance = téléalarme = télévigilance
portage de repas = repas à domicile
`;

const family = `
famille = familial = foyer familial
parent = père = mère = papa = maman
parentalité = éducation des enfants = fonction parentale
REAAP > parentalité
enfant = gamin = gosse = bambin
bébé = nourrisson = nouveau-né
petite enfance = jeune enfant
jeune = adolescent = ado = jeunesse
grand-parent = mamie = grand-mère = grand-père
personne âgée = senior = aîné = retraité = troisième âge
vieux > personne âgée
intergénérationnel = plusieurs générations
couple = conjoint = époux = mari
mariage = PACS = union civile
séparation = divorce = rupture conjugale
famille monoparentale = parent isolé = mère seule = parent solo
pension alimentaire > séparation
médiation familiale > séparation
crèche = garderie = halte-garderie = multi-accueil
nounou = assistante maternelle = nourrice
nounou > garde d'enfants
PMI = protection maternelle
LAEP = accueil enfants-parents
centre de loisirs = accueil de loisirs = centre aéré = périscolaire = ALSH
ACM > centre de loisirs
colonie de vacances = colo = séjour de vacances
vacances familiales = départ en vacances = partir en vacances
baby-sitting = garde d'enfants
jouet > ludothèque
vêtement = habillement = vestiaire solidaire
protection de l'enfance = ASE = enfance en danger
maltraitance = enfant maltraité
violence conjugale = violence domestique = femme battue = violence intrafamiliale
orphelin = pupille
adoption d'enfant > famille d'accueil
handicap de l'enfant > handicap
fratrie = frère = sœur
allaitement = biberon
éveil = motricité
café des parents = groupe de parole
loisirs en famille = sortie familiale
anniversaire = fête d'anniversaire
majeur > adulte
femme = féminin
homme = masculin
égalité femmes-hommes = égalité des sexes = égalité de genre = parité
sexisme = misogynie = stéréotype de genre
LGBT = homosexuel = orientation sexuelle = transgenre
féminisme > égalité femmes-hommes
mamie > personne âgée
vieillir > personne âgée
vieillesse > personne âgée
vieillissement > personne âgée
môme > enfant
fringue > vêtement
s'habiller > vêtement
point information jeunesse = PIJ
junior association = association de jeunes
conseil de jeunes = conseil d'enfants
succession > notaire
testament > notaire
droits des femmes > égalité femmes-hommes
`;

const company = `
solitude = isolement = isolé = esseulé
seul > solitude
lien social = tisser des liens = rencontrer des gens
vivre ensemble = cohésion sociale = bien vivre ensemble
convivialité = convivial = moment chaleureux
entraide = solidarité = coup de main
aide = soutien = soutenir = appui = assistance = épauler
aide > accompagnement
visite à domicile = aller vers
échange de services = SEL = réseau d'échange
échange de savoirs = RERS
voisins solidaires = entraide entre voisins = parrain de voisinage
confiance en soi = estime de soi = s'affirmer
bienveillance = gentillesse
se confier > écoute
ami = copain = amitié = camarade
conflit = dispute = querelle = mésentente
médiation = gestion des conflits = médiateur
mixité sociale = brassage = diversité
diversité culturelle = interculturel = multiculturel
discrimination = inégalité de traitement
racisme = xénophobie = antisémitisme
inclusion = intégration = inclure
pouvoir d'agir = empowerment = capacité d'agir
s'ennuyer = ennui = désœuvrement
occuper ses journées > loisirs
loisir = temps libre = divertissement
café associatif = bistrot associatif = café solidaire
public invisible = public éloigné
bonheur = joie = épanouissement
peur = crainte = appréhension
honte = stigmatisation
pote > ami
conflit de voisinage > médiation
banque de temps = accorderie
correspondance = échange de lettres = correspondant
café citoyen = café débat
`;

const newcomers = `
étranger = immigré = migrant = primo-arrivant
CADA > réfugié
réfugié = exilé = demandeur d'asile = droit d'asile
situation irrégulière > titre de séjour
titre de séjour = carte de séjour = régularisation
naturalisation = acquisition de nationalité = devenir français
FLE = français langue étrangère = cours de français = apprendre le français
ASL = atelier sociolinguistique = atelier de langue
FLE > ASL
DELF > FLE
ASL > FLE
allophone = non francophone = barrière de langue
langue étrangère = plurilinguisme = multilingue
traduire = traduction = traducteur
interprète = interprétariat
UPE2A = élève allophone
mineur isolé = MNA = mineur non accompagné
gens du voyage = aire d'accueil
rom = tsigane
culture d'origine = pays d'origine
parrainer un réfugié > parrainage
passeport = carte d'identité = pièce d'identité = CNI
frontière = transfrontalier = frontalier
Europe = européen = Union européenne
international = mondial
jumelage = ville jumelle
Erasmus = mobilité européenne = échange européen
laïcité = neutralité religieuse
religion = croyance
parler français > FLE
`;

const administration = `
démarche administrative = formalité = paperasse = papiers administratifs
papiers > démarche administrative
administration = service public = pouvoirs publics
administration en ligne = démarche en ligne = téléprocédure = dématérialisation
formulaire = imprimé à remplir = bulletin d'inscription
remplir = compléter
France Services = maison France Services = point d'accueil administratif
guichet unique = point d'accueil
CAF = caisse d'allocations = allocations familiales
MSA = mutualité sociale agricole
CCAS = action sociale communale = CIAS
préfecture = préfet
DDTM = direction des territoires = DDT
DDTM > préfecture
accès aux droits = droits sociaux
non-recours > accès aux droits
justificatif = attestation = document officiel
état civil = acte de naissance
inscription = s'inscrire = préinscription
rendez-vous = RDV = prise de rendez-vous
courrier = lettre postale
élu = conseiller municipal
mairie = ville = municipalité = hôtel de ville
intercommunalité = communauté de communes = EPCI = agglomération
département = conseil départemental
région = conseil régional
collectivité territoriale = collectivité locale
bureaucratie = lourdeur administrative = complexité administrative
écrivain public = aide à l'écriture
assistante sociale = travailleur social = assistant social
service social = polyvalence de secteur
permanence = accueil sur rendez-vous
conseiller numérique = médiateur numérique = CNFS
usager = bénéficiaire
secret professionnel = confidentialité = discrétion
DUI = dossier usager informatisé = dossier de l'usager
dossier partagé > DUI
signalement = signaler = alerter
réclamation = plainte = contester
délai = temps d'attente
horaires d'ouverture = heures d'ouverture
fonctionnaire = agent public = agent territorial
marché public = appel d'offres = commande publique
délibération > conseil municipal
simplification = allègement administratif
SIAO > hébergement d'urgence
Convention territoriale globale = CTG
EVS = espace vie sociale
EVS > centre social
centre social = centre socioculturel = maison de quartier = MJC
agrément = habilitation = labellisation
FranceConnect = France Connect = identité numérique
ANTS > carte d'identité
Aidants Connect > aide numérique
remplir un dossier > démarche administrative
remplir un formulaire > démarche administrative
comprendre un courrier > écrivain public
lire un courrier > écrivain public
`;

const law = `
législation = réglementation
règlement intérieur = règles de vie
juridique = avocat = juriste
justice = tribunal = procès
police = gendarmerie = forces de l'ordre
vol = cambriolage = voleur
arnaque = escroquerie = fraude = hameçonnage
délinquance = criminalité = infraction
violence = agression = brutalité
insécurité = sentiment d'insécurité
sécurité = sûreté
incivilité = dégradation = vandalisme
prison = détenu = incarcération
peine alternative = travail d'intérêt général = TIG
radicalisation = extrémisme
droit de l'homme = droits humains
droit de l'enfant > protection de l'enfance
droit à l'image = autorisation photo
droit d'auteur = propriété intellectuelle = copyright
licence libre = Creative Commons
contrat = convention = accord écrit
assurance = assureur = responsabilité civile
interdit = prohibé
autorisé = licite
obligatoire = exigé
victime = plaignant
consommateur = consommation
vote = élection = scrutin = voter
démocratie = participation citoyenne = démocratie participative
citoyen = civique = citoyenneté
contrat de ville = politique urbaine
QPV = quartier prioritaire = quartier populaire = banlieue
tutelle = curatelle = mesure de protection
litige = contentieux = différend
risque = danger = péril
prudence = précaution
vidéosurveillance = caméra de surveillance = vidéoprotection
incendie = feu = pompier
catastrophe = inondation = sinistre
gestion de crise = plan de secours = situation d'urgence
urgence = urgent
flic > police
notaire > juriste
se plaindre > réclamation
élire > élection
conciliateur = conciliation = règlement amiable
cyberviolence > cyberharcèlement
`;

const digital = `
numérique = digital = informatique
ordinateur = ordi = PC
ordinateur portable = laptop
smartphone = téléphone mobile = téléphone portable = portable
tablette > matériel informatique
ordinateur > matériel informatique
imprimante = imprimer = impression = photocopie = photocopieur
scanner = numériser
internet = web
connexion = se connecter = wifi = haut débit = fibre optique
zone blanche = mal connecté
site internet = site web = page web = blog
courriel = mail = e-mail = messagerie électronique
mot de passe = identifiant = code secret
cybersécurité = sécurité informatique = piratage
application mobile = appli = app
logiciel = programme informatique = progiciel
logiciel libre = open source = code source ouvert
réseau social = Facebook = Instagram = médias sociaux
messagerie instantanée = WhatsApp
visioconférence = visio = Zoom = réunion à distance = appel vidéo
cloud = stockage en ligne = nuage informatique
sauvegarde = copie de sécurité = sauvegarder
base de données = BDD
tableur = Excel = feuille de calcul
traitement de texte = LibreOffice = Word
diaporama = PowerPoint = présentation projetée
RGPD = protection des données = données personnelles
CNIL > RGPD
vie privée > données personnelles
cookie = traceur
donnée ouverte = open data
intelligence artificielle = IA = ChatGPT = IA générative
algorithme = apprentissage automatique
robot = robotique
codage informatique = développement logiciel
coder > codage informatique
site accessible = RGAA = accessibilité numérique
EPN = espace public numérique = cybercentre = espace multimédia
inclusion numérique = fracture numérique = illectronisme = exclusion numérique
éloigné du numérique > inclusion numérique
médiation numérique = accompagnement numérique = aide numérique
atelier numérique = atelier informatique = cours d'informatique
équipement informatique = matériel informatique
reconditionné = reconditionnement = ordinateur d'occasion = remis à neuf
fablab = makerspace = hackerspace = atelier de fabrication
imprimante 3D = impression 3D = découpe laser
jeu vidéo = gaming = esport
réalité virtuelle = casque VR = immersif
hackathon = marathon créatif = sprint créatif
vidéo = film = tournage = clip
photo = photographie = prise de vue
podcast = balado = émission audio = webradio
radio locale = radio associative
QR code = code à scanner
lien web = URL = hyperlien
télécharger = téléchargement
formulaire en ligne = sondage en ligne
agenda partagé = calendrier partagé
réservation = réserver = booking
billetterie = billet = ticket
paiement en ligne = payer en ligne
signature électronique = signer en ligne
écran tactile = borne interactive
vidéoprojecteur = rétroprojecteur = écran de projection
panne = bug = dysfonctionnement
mise à jour = actualiser
parentalité numérique = contrôle parental
éducation aux médias = EMI = esprit critique
fake news = désinformation = infox = fausse information
CRM = gestion des adhérents = logiciel de gestion
outil collaboratif = travail collaboratif = plateforme collaborative
numérique responsable = sobriété numérique = green IT
capteur = objet connecté = domotique
drone = engin volant
géolocalisation = GPS
cartographie = carte interactive = carte en ligne
panneau d'affichage = affichage dynamique
informaticien = technicien informatique
vieil ordinateur > reconditionné
déconnexion = détox numérique
télévision > audiovisuel
intranet = espace collaboratif
wiki = base de connaissances
microcontrôleur = Arduino
borne d'arcade = jeu d'arcade
veille documentaire = curation
visite virtuelle = visite immersive
`;

const culture = `
art > culture
artiste > création artistique
spectacle = show
théâtre = comédien = pièce de théâtre
musique = musical = concert
guitare > musique
piano > musique
chant = chorale = chanter = chœur
danse = bal = chorégraphie
cinéma = ciné = projection de film = ciné-débat
peinture = dessin = arts plastiques
sculpture = poterie = céramique = modelage
couture = coudre = tricot = mercerie
artisanat = travail manuel = loisir créatif
exposition = expo = vernissage
musée = galerie d'art
patrimoine = monument = héritage culturel
histoire locale = mémoire locale = récit de vie
conte = conteur = raconter une histoire
livre = bouquin = ouvrage
bibliothèque = médiathèque
boîte à livres = bibliothèque de rue = livres en partage
fête = festivité
festival > fête
carnaval = défilé = déguisement
fête de quartier = fête des voisins = repas de rue
jeu de société = jeu de plateau = soirée jeux
jeu de piste = chasse au trésor = escape game = jeu d'évasion
cirque = clown = jonglage
graffiti = street art = fresque = art mural
journal = presse = média
tourisme = touriste = vacancier
Noël = fin d'année = fêtes de Noël
Pâques = chasse aux œufs
culture du monde > diversité culturelle
résidence d'artiste = artiste en résidence
conférence = causerie
débat = discussion
poésie = poème = slam
bande dessinée = BD
magie = prestidigitation
sortie culturelle = visite guidée
jeu = jouer
marionnette = guignol
nuit > soirée
`;

const sport = `
sport = sportif = activité physique = gymnastique
football = foot
randonnée = balade = promenade = rando
course à pied = jogging = footing
natation = nager = piscine = baignade
yoga = pilates = étirement = stretching
musculation = fitness = remise en forme
arts martiaux = judo = karaté
tennis = raquette = badminton
pétanque = boules
stade = terrain de sport = gymnase = city-stade
compétition = tournoi = match
entraîneur = éducateur sportif
sédentarité = manque d'exercice = bouger plus
handisport = sport adapté
aire de jeux = terrain de jeux = square
plein air = dehors
plein air > nature
montagne = ski = escalade
plage = littoral
cheval = poney
remise à vélo > vélo
apprendre le vélo = vélo-école
sport santé = sport sur ordonnance
`;

const food = `
nourriture = alimentation = alimentaire = manger = bouffe
repas = déjeuner = dîner = souper
goûter = collation = quatre heures
petit déjeuner = petit-déj
cuisine = cuisiner = recette de cuisine = popote
restaurant = resto = restauration
cantine solidaire = table d'hôtes = restaurant solidaire
aide alimentaire = colis alimentaire = banque alimentaire = Restos du cœur
épicerie solidaire = épicerie sociale
supermarché = grande surface
frigo partagé = frigo solidaire = réfrigérateur partagé
gaspillage alimentaire = anti-gaspi = invendus = restes alimentaires
bien manger = nutrition = équilibre alimentaire = diététique
bio = biologique
circuit court = producteur local = produits locaux = vente directe
AMAP = panier paysan = panier de légumes
groupement d'achat = achat groupé = coopérative d'achat
légume = fruit = maraîcher
viande = végétarien = végane
pain = boulangerie = four à pain
agriculteur = paysan = fermier = cultivateur
agriculture = agricole
ferme > agriculture
jardin partagé = jardin collectif = jardin communautaire = potager partagé
jardin familial = jardin ouvrier
graine = semence = grainothèque
plante = végétal = fleur
arbre = verger
abeille = ruche = apiculture = miel
poule = poulailler
permaculture = agroécologie
conserve alimentaire = bocal = confiture
eau potable = eau du robinet
boisson = boire = buvette
faim = insécurité alimentaire = précarité alimentaire
glanage = cueillette = cueillir
allergie = intolérance
marché alimentaire = marché de producteurs = marché paysan
démocratie alimentaire = sécurité sociale alimentaire
bistrot > café
bar > café
apéro = apéritif = verre de l'amitié
auberge espagnole = repas partagé
nourrir > alimentation
`;

const environment = `
écologie = environnement = écologique = environnemental
ADEME > écologie
développement durable = transition écologique = durable
climat = changement climatique = réchauffement = dérèglement climatique
énergie = électricité = gaz
économie d'énergie = sobriété énergétique = efficacité énergétique
énergie renouvelable = solaire = photovoltaïque = éolien
panneau solaire = panneau photovoltaïque = centrale solaire
empreinte carbone = bilan carbone = gaz à effet
déchet = ordure = poubelle = détritus
recycler = recyclage = valoriser les déchets
tri des déchets = tri sélectif = trier
déchetterie = encombrants = recyclerie = ressourcerie
zéro déchet = réduction des déchets = moins de déchets
compost = composteur = biodéchet
réemploi = seconde main = seconde vie = upcycling
occasion > seconde main
friperie = bourse aux vêtements
vide-grenier = brocante = braderie = bourse aux jouets
réparer = dépanner = dépannage = remettre en état = rafistoler = retaper
repair café = atelier de réparation = café réparation
atelier vélo = réparation de vélo
obsolescence = jetable
vrac > zéro déchet
plastique = sac plastique
pollution = polluant = contamination
qualité de l'air = air pur = pollution atmosphérique
bruit = nuisance sonore = vacarme = tapage
eau = hydrique
récupérateur d'eau = eau de pluie
rivière = cours d'eau = fleuve
forêt = sylvestre
biodiversité = faune = espèce = vie sauvage
animal = bête = animal de compagnie
chien > animal
chat > animal
oiseau = nichoir
espace vert = parc public = végétalisation
nettoyage de quartier = ramassage des déchets = cleanwalk = balade propre
écogeste = geste écologique = geste vert
produit ménager = détergent
DIY > fabriquer
îlot de fraîcheur = ombrage = se rafraîchir
sobriété = frugalité = décroissance
RSE = responsabilité sociétale
consommation responsable = achat responsable = consommer autrement
moustique > nuisible
rat > nuisible
lumière = éclairage = lampe
tout-à-l'égout = assainissement
low-tech = technologie sobre
éco-événement = événement écoresponsable
sécheresse = manque d'eau
désherbage = mauvaise herbe
matériau biosourcé = construction écologique
cassé = abîmé = hors d'usage
cassé > réparer
`;

const places = `
quartier = coin de ville = îlot
rural = campagne = village = ruralité
urbain = citadin
territoire = bassin de vie
proximité > local
lieu = endroit = site d'accueil
espace public = place publique = rue
itinérant = ambulant = hors les murs
bus itinérant = camion itinérant = caravane
pied d'immeuble = bas d'immeuble
outre-mer = DOM = DOM-TOM
île = insulaire
commerce = magasin = boutique = commerçant
commerce de proximité = épicerie = supérette
conciergerie solidaire = conciergerie de quartier
café-épicerie = multiservice
coworking > tiers-lieu
fablab > tiers-lieu
artisan = métier d'art
bureau de poste = agence postale
urbain > ville
`;

const associations = `
association = asso = associatif
ONG = organisation non gouvernementale
ESS = économie sociale = économie solidaire
coopérative = SCOP = SCIC
fondation = fonds de dotation
bénévole = volontaire = militant
bénévolat = volontariat = engagement bénévole
engagement = s'engager = implication = s'investir
adhérent = membre = sociétaire
adhérer = devenir membre
conseil d'administration = administrateur associatif
assemblée générale = AG
gouvernance = pilotage = instance dirigeante
statuts associatifs = loi 1901
fédération = réseau national = tête de réseau
réseau = maillage
partenaire = allié = partie prenante
partenariat = collaboration
groupe d'habitants = comité d'habitants = collectif d'habitants
habitant = résident = population = gens
habitant > citoyen
participation des habitants = consultation citoyenne
conseil citoyen = conseil de quartier = comité de quartier
budget participatif = enveloppe participative
animateur = éducateur
directeur = responsable
orchestrer > coordination
chargé de mission = chef de projet
référent = personne ressource = interlocuteur
intervenant = prestataire = vacataire
expert = spécialiste
professionnel = pro
chercheur = universitaire
pair-aidant = pair à pair = entre pairs
ambassadeur = porte-parole
fidéliser = garder les bénévoles
charte = code de conduite
valeurs = principes
projet social = projet de structure
autonomie financière = autofinancement
structure = organisme = établissement
trésorier > comptabilité
jury citoyen = convention citoyenne = assemblée citoyenne
marche exploratoire = diagnostic en marchant = balade urbaine
récompense = trophée = médaille
`;

const events = `
événement = manifestation
réunion = rencontre
séance = session
réunion en ligne > visioconférence
atelier = workshop
colloque = séminaire = congrès = symposium
forum = salon = foire
journée portes ouvertes = portes ouvertes = JPO
inauguration = ouverture officielle = pendaison de crémaillère
cérémonie = célébration = commémoration
loto = tombola = kermesse
stand = kiosque
inviter = convier = invitation
organiser = planifier = planification = préparer
programme = programmation = agenda
calendrier = planning = échéancier
sonorisation = sono = micro
barnum = chapiteau = tonnelle
table ronde = panel
brise-glace = icebreaker
animer une réunion = mener une réunion
compte rendu = relevé de décisions
ordre du jour = déroulé
intelligence collective = coconstruction = cocréation
remue-méninges = brainstorming = boîte à idées
prise de parole = parler en public = éloquence
décision = décider = trancher
consensus = consentement = se mettre d'accord
soirée = veillée = nocturne
samedi > week-end
dimanche > week-end
vacances scolaires = congés scolaires
semaine > hebdomadaire
mois > mensuel
année > annuel
quotidien = journalier
régulier = récurrent = périodique
ponctuel = occasionnel
carte mentale = mind map = carte heuristique
facilitation graphique = scribing
mur d'expression = arbre à idées
`;

const communication = `
com > communication
information = info = renseignement
affiche = flyer = tract = prospectus = dépliant
brochure = plaquette = livret = fascicule
newsletter = lettre d'information = infolettre = bulletin
journal de quartier = gazette = journal local
communiqué de presse = relations presse
publicité = promotion
bouche-à-oreille = recommandation
visibilité = notoriété
image de marque = identité visuelle = logo = charte graphique
graphisme = graphiste = mise en page = Canva
slogan = accroche
témoignage = témoin = récit = vécu
interview = entretien filmé
enquête = sondage = questionnaire
questionnaire de satisfaction = avis des usagers = retour d'usagers
diagnostic = état des lieux = analyse des besoins
besoin = nécessité = demande sociale
avis = opinion = point de vue
message = annonce
téléphoner = coup de fil
plaidoyer = défense des intérêts = lobbying
attirer = toucher un public
signalétique = panneau = fléchage
pictogramme = icône = symbole visuel
langage = vocabulaire
dictionnaire = lexique = glossaire
enregistrement sonore = audio
parler = discuter = dialoguer = converser
expliquer = éclaircir = clarifier
convaincre = persuader
question = interrogation = FAQ
`;

const projects = `
idée = inspiration
innovation = innovant = nouveauté = inédit
innovation sociale = expérimentation sociale
essaimer = essaimage = dupliquer = répliquer = réplication
adapter = ajuster = transposer
réutiliser = reprendre une idée
bonne pratique = pratique inspirante = exemple réussi
retour d'expérience = REX = bilan d'expérience
commencer = démarrer = démarrage = lancer = entamer = amorcer
finir = terminer = achever = clôturer
créer = création = monter = mettre en place = instaurer
obtenir = bénéficier
déployer = étendre = élargir
améliorer = perfectionner = optimiser
réduire = réduction = baisser = diminuer = limiter = alléger
augmenter = accroître = hausser
supprimer = suppression = enlever = éliminer = ôter
remplacer = substituer
changer = modifier = transformer = évoluer
maintenir = maintien = conserver = préserver
continuer = poursuivre = pérenniser
arrêter = cesser = stopper
empêcher = éviter
choisir = choix = sélectionner = opter
comparer = comparatif = comparaison
évaluation = bilan
impact > évaluation
indicateur > évaluation
utilité sociale = impact social = effets sociaux
résultat = retombée
objectif = but = finalité
stratégie = feuille de route = plan d'action
étape = phase = jalon
méthode = méthodologie = marche à suivre
outil = instrument de travail = boîte à outils
guide pratique = manuel = vade-mecum = guide d'utilisation
modèle = gabarit = exemple type
liste de contrôle = checklist = pense-bête
problème = difficulté = souci
obstacle = frein = blocage = barrière
solution = résoudre = résolution de problème
opportunité = occasion favorable
erreur = échec = faute
réussite = succès = réussir
facteur de réussite = clé du succès
prototype = projet pilote
tester = expérimenter = essayer
participer = prendre part = contribuer
partager = mettre à disposition = diffuser
encourager = motiver = inciter
proposer = suggérer = suggestion
demander = solliciter = requérir
accueillir = recevoir = réception
orienter = diriger vers = aiguiller
fabriquer = construire = construction = confectionner
concevoir = conception = imaginer = élaborer
ranger = rangement
gérer = gestion
archive = archivage = conservation des documents
jeter = se débarrasser
nettoyer = nettoyage = laver = récurer
décorer = embellir = décoration
protéger = protection = sécuriser = défendre
surveiller = contrôler = vérifier
résumer = synthèse = synthétiser
raconter = narrer
réfléchir = penser = réflexion
attendre = patienter
renforcer = consolider
rassembler = réunir = regrouper
répartir = distribuer = distribution
informatiser > numérique
accélérer = gagner du temps = aller plus vite
manque de temps = débordé = surchargé
manque d'argent > pauvreté
suivi de projet = tableau de bord
rétroplanning = diagramme de Gantt
cahier des charges = spécifications
convention de partenariat = accord de partenariat
rapport d'activité = rapport annuel = rapport moral
perdre = perte
apprivoiser = se familiariser
ouvrir = ouverture
`;

const qualities = `
facile = simple = aisé
difficile = compliqué = complexe = ardu
rapide = vite
nouveau = récent
ancien = vétuste = d'autrefois
utile = commode
inutile = superflu
efficace = performant
dangereux = périlleux
sale = malpropre = crasseux
ludique = amusant = marrant
drôle = humour = rire
original = insolite = atypique
important = essentiel = primordial = crucial
meilleur = optimal
mauvais = médiocre
altruiste > solidaire
équité > égalité des chances
fiable = digne de confiance
confortable = confort = douillet
froid = grand froid = gel
manque = pénurie = carence
excès = surabondance
statistique = chiffre = données chiffrées
futur = avenir = demain
durée = temps nécessaire
taille = dimension
truc > astuce
astuce = conseil pratique = bon plan
`;

/**
 * French words of different roots that mean nearly the same, one group a line: `a = b = c` holds both ways, `narrow > broad` one way only
 * (who asks for the left also finds the right).
 */
export const fr: string = [
  money,
  work,
  training,
  housing,
  mobility,
  health,
  family,
  company,
  newcomers,
  administration,
  law,
  digital,
  culture,
  sport,
  food,
  environment,
  places,
  associations,
  events,
  communication,
  projects,
  qualities,
]
  .map((subject) => subject.trim())
  .join("\n");
