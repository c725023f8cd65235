/**
 * Dutch words of different roots that mean nearly the same, one group a line: `a = b = c` holds both ways, `narrow > broad` one way only
 * (who asks for the left also finds the right).
 */
export const nl: string = `
subsidie = toelage = financiering = financiële steun
kost = prijs = tarief
goedkoop = betaalbaar = voordelig
gratis = kosteloos
geld > budget
budget = begroting
inkomen = inkomsten
loon = salaris = wedde
armoede = bestaansonzekerheid
arm = kansarm
schuld = schuldenlast
lening = krediet = microkrediet
gift = schenking = donatie
sponsoring = mecenaat
crowdfunding = geldinzameling = fondsenwerving
projectoproep = oproep voor projecten
belasting = fiscaliteit
belastingaangifte > belasting
kopen = aankoop = aanschaffen
verkopen = verkoop
uitkering = bijstand = sociale toelage
leefloon > uitkering
offerte = prijsopgave
boekhouding = accounting
lidgeld = lidmaatschapsbijdrage
ruil = ruilen = ruilhandel
weggeefwinkel = gratis winkel
werk = job = baan = tewerkstelling
werkloosheid = werkloos
werkzoekende = werkloze
aanwerven = rekruteren = in dienst nemen
ontslag = jobverlies
werknemer = personeel = medewerker
werkgever = baas
bedrijf = onderneming = firma
kmo = kleine onderneming
zelfstandige = freelancer
telewerk = thuiswerk = werken op afstand
stage = werkplekleren = stagiair
VDAB = arbeidsbemiddeling = Actiris
cv = curriculum vitae
sollicitatie = solliciteren
sociale tewerkstelling = maatwerkbedrijf = beschutte werkplaats
burn-out = overspannen
vaardigheid = competentie = bekwaamheid
vakbond = syndicaat
HR = personeelsbeheer
pensioen = gepensioneerd
uurrooster = dienstregeling = tijdschema
opleiding = vorming = cursus
leren = studeren
leraar = leerkracht = docent = onderwijzer
leerling = scholier
student = hogeschool = universiteit
school = onderwijs
kleuterschool = kleuteronderwijs
huiswerkbegeleiding = huiswerkhulp = bijles
schooluitval = vroegtijdig schoolverlaten = schoolmoe
diploma = getuigschrift = certificaat
e-learning = online cursus = afstandsonderwijs
handleiding = gebruiksaanwijzing = stappenplan
examen = toets
laaggeletterd = ongeletterd = analfabeet
mentor = buddy
pesten = cyberpesten
beginner = beginneling
lezen = lectuur
woning = huisvesting = woonst
flat = appartement
sociale woning = sociale huisvesting
huurder > huur
verhuurder = eigenaar
dakloos = thuisloos
noodopvang = nachtopvang
cohousing = samenhuizen = gedeeld wonen
verhuizen = verhuis
renoveren = verbouwen = opknappen
verwarming = ketel = radiator
energiearmoede = koude woning
meubel = meubilair
huishoudtoestel = elektrotoestel
koelkast = frigo = ijskast
klussen = knutselen
gereedschap = werktuig
uitleendienst = gereedschapsbibliotheek
schoonmaken = poetsen = kuisen
buur = buurman = buren
buurt = wijk = stadsdeel
gebouw = pand
tuin = moestuin = tuinieren
woonzorgcentrum = rusthuis = bejaardentehuis
vervoer = mobiliteit = transport = verplaatsing
auto = wagen = voertuig
fiets = rijwiel
elektrische fiets = e-bike
fietspad = fietsroute
trein = spoorweg = NMBS
openbaar vervoer = collectief vervoer
carpoolen = samen rijden
autodelen = deelauto
pendeldienst = minibus
rijbewijs = rijles
voetganger = wandelaar
parkeren = parkeerplaats
verkeersveiligheid = veilig verkeer
gezondheid = gezondheidszorg
dokter = arts = huisarts
verpleegkundige = verpleger
ziekenhuis = kliniek = hospitaal
ziekte = aandoening
geneesmiddel = medicatie = medicijn
apotheek = apotheker
ziekenfonds = mutualiteit
geestelijke gezondheid = psychisch welzijn = mentaal welzijn
psycholoog = therapeut
depressie = neerslachtigheid
stress = angst
slaap = slapeloosheid
verslaving = afhankelijkheid
tabak = roken = sigaret
eerste hulp = EHBO
vaccin = inenting
zwangerschap = zwanger
voorbehoedmiddel = anticonceptie
menstruatiearmoede = maandverband
mantelzorger = mantelzorg
thuishulp = thuiszorg
dementie = Alzheimer = geheugenverlies
rouw = overlijden = sterven
hittegolf = extreme hitte
ontspanning = relaxatie = meditatie
handicap = beperking
rolstoel = beperkte mobiliteit
doof = slechthorend = gebarentaal
blind = slechtziend
autisme = autistisch
dyslexie = leerstoornis
eenvoudige taal = klare taal
kwetsbaar = fragiel
schermtijd = schermgebruik
gezin = familie
ouder = vader = moeder = mama = papa
ouderschap = opvoeding = opvoedingsondersteuning
kind = kinderen
baby = zuigeling
jonge kinderen = peuter = kleuter
jongere = tiener = puber = adolescent
grootouder = oma = opa = grootmoeder = grootvader
senior = bejaarde
intergenerationeel = tussen generaties
koppel = echtpaar = echtgenoot
echtscheiding = uit elkaar gaan
alleenstaande ouder = eenoudergezin
crèche = kinderdagverblijf = kinderopvang
onthaalouder = babysit = oppas
speelplein = speelpleinwerking = vakantieopvang
vakantiekamp = zomerkamp
speelgoed = spelotheek
kleding = kledij = kleren
kinderbescherming = jeugdzorg = kindermishandeling
huiselijk geweld = partnergeweld
gendergelijkheid = gelijkheid tussen vrouwen
seksisme = genderstereotype
eenzaamheid = isolement = eenzaam = vereenzaming
sociale band = sociaal contact
samenleven = sociale samenhang = sociale cohesie
solidariteit = burenhulp = wederzijdse hulp
hulp = steun = bijstaan
hulp > begeleiding
huisbezoek = outreach
zelfvertrouwen = eigenwaarde
ruzie = conflict = geschil
bemiddeling = conflicthantering
discriminatie = ongelijke behandeling
racisme = vreemdelingenhaat
inclusie = integratie
empowerment = zelfredzaamheid
vrije tijd = vrijetijdsbesteding = hobby
migrant = vreemdeling = immigrant
vluchteling = asielzoeker
verblijfsvergunning = verblijfstitel
inburgering = nieuwkomer
anderstalig = taalbarrière
NT2 = Nederlands leren
vertalen = tolk
identiteitskaart = paspoort = eID
administratie = papierwerk = formaliteit
overheid = openbare dienst
online loket = e-loket = digitale overheid
formulier = invulformulier
rechtentoegang = toegang tot rechten
onderbescherming > rechtentoegang
inschrijving = aanmelding = registratie
OCMW = sociaal huis = sociale dienst
gemeente = stad = stadsbestuur = gemeentehuis
platteland = dorp = landelijk
burgemeester = schepen
maatschappelijk werker = sociaal assistent = hulpverlener
gebruiker = cliënt
vertrouwelijk = beroepsgeheim = discretie
klacht = bezwaar
wachttijd = wachtlijst
overheidsopdracht = aanbesteding
buurthuis = sociaal centrum = wijkcentrum = buurtcentrum
wet = wetgeving = regelgeving
advocaat = jurist
rechtbank = justitie
politie = ordediensten
diefstal = inbraak
oplichting = fraude = phishing
misdaad = criminaliteit
veiligheid = beveiliging
gevangenis = detentie
mensenrechten = grondrechten
auteursrecht = intellectuele eigendom
contract = overeenkomst
verzekering = polis
consument = verbruiker
verkiezing = stemmen
democratie = burgerparticipatie = inspraak
risico = gevaar
preventie = voorzorg
brand = brandweer
noodgeval = crisis
digitaal = informatica = ICT
computer = pc
laptop = draagbare computer
tablet > computermateriaal
smartphone = gsm = mobiele telefoon
printer = afdrukken
internet = web
wifi = internetverbinding = breedband
website = webpagina = blog
e-mail = mail = elektronische post
wachtwoord = paswoord
cyberveiligheid = computerbeveiliging = hacking
app = mobiele toepassing
software = computerprogramma
vrije software = open source
sociaal netwerk = sociale media = Facebook
videogesprek = videoconferentie = online vergadering = Zoom
cloud = online opslag
rekenblad = spreadsheet = Excel
tekstverwerking = LibreOffice
GDPR = AVG = gegevensbescherming = persoonsgegevens
privacy > persoonsgegevens
artificiële intelligentie = AI = kunstmatige intelligentie = ChatGPT
programmeren = coderen
digitale inclusie = digitale kloof = digitale uitsluiting
digitale hulp = digitale begeleiding = digitaal steunpunt
openbare computerruimte = digipunt = EPN
refurbished = tweedehands computer = opgeknapte computer
fablab = makerspace = hackerspace
3D-printer = lasersnijder
videogame = gaming = computerspel
film = video
foto = fotografie = afbeelding
podcast = webradio
reservatie = boeking
online enquête = online bevraging
panne = bug = storing
mediawijsheid = kritisch denken
nepnieuws = fake news = desinformatie
samenwerkingstool = online samenwerken
cartografie = stadsplan = plattegrond
kunst > cultuur
theater = toneel
muziek = concert
zingen = koor = zang
dansen = choreografie
schilderen = tekenen = beeldende kunst
naaien = breien
ambacht = handwerk
tentoonstelling = expo
erfgoed = monument
verhaal = vertelling
bibliotheek = mediatheek
feest = festiviteit
gezelschapsspel = bordspel
escaperoom = speurtocht = schattenjacht
krant = pers
toerisme = toerist
lezing = voordracht
debat = discussie
stripverhaal = strip
sport = lichaamsbeweging = fysieke activiteit
wandelen = wandeling = trektocht
hardlopen = joggen
zwemmen = zwembad
speeltuin = speelterrein
openlucht = buitenlucht
voeding = eten = voedsel
maaltijd = middagmaal = avondmaal
koken = keuken = recept
voedselhulp = voedselbank = voedselpakket
sociale kruidenier = sociale supermarkt
voedselverspilling = etensresten
biologisch = bio
korte keten = lokale producten = hoeveproducten
groente = fruit
landbouwer = boer
landbouw = boerderij
volkstuin = samentuin = gedeelde tuin
zaad = zaadbank
bijenkorf = imker = honing
ecologie = milieu = leefmilieu
duurzaam = duurzaamheid
klimaat = klimaatverandering = opwarming
energie = elektriciteit = stroom
energiebesparing = energie-efficiëntie
zonnepaneel = zonne-energie = hernieuwbare energie
afval = vuilnis = huisvuil
recycleren = sorteren
compost = gft
hergebruik = tweedehands = kringloop
rommelmarkt = vlooienmarkt = brocante
herstellen = repareren
repair café = herstelatelier
vervuiling = verontreiniging
lawaai = geluidsoverlast
biodiversiteit = fauna
groene ruimte = park
winkel = handelszaak
plaats = locatie
vereniging = vzw = non-profit
ngo = niet-gouvernementele organisatie
sociale economie = coöperatie
vrijwilliger = onbetaalde medewerker
lid = aangeslotene
raad van bestuur = bestuursorgaan
netwerk = federatie = koepel
partner = belanghebbende
partnerschap = samenwerking
inwoner = bewoner = bevolking
burger = burgerschap
begeleider = animator
directeur = leidinggevende = verantwoordelijke
coördinator = coördinatie
expert = deskundige = specialist
evenement = manifestatie
vergadering = bijeenkomst
atelier = workshop
congres = seminarie = studiedag = symposium
beurs = salon
uitnodigen = uitnodiging
organiseren = plannen
kalender = agenda
brainstorm = ideeënbus
cocreatie = collectieve intelligentie
week > wekelijks
maand > maandelijks
jaar > jaarlijks
dag > dagelijks
affiche = flyer = folder = poster
brochure = boekje
nieuwsbrief = infoblad
reclame = promotie
getuigenis = getuige
enquête = vragenlijst = bevraging
behoefteanalyse = omgevingsanalyse
behoefte = nood
mening = opinie
bericht = boodschap
informatie = inlichting
innovatie = vernieuwing
verspreiden = opschalen
aanpassen = bijsturen
goede praktijk = praktijkvoorbeeld
ervaring = terugblik
beginnen = starten = opstarten = lanceren
eindigen = afronden = afsluiten
oprichten = creëren = opzetten
krijgen = ontvangen = verkrijgen
verbeteren = optimaliseren
verminderen = verlagen
verhogen = vermeerderen = toenemen
verwijderen = wissen
veranderen = wijzigen
behouden = bewaren
stoppen = ophouden
kiezen = selecteren
evaluatie = beoordeling
resultaat = uitkomst
doel = doelstelling
stap = fase
methode = methodiek = aanpak
vademecum > gids
sjabloon = modeldocument
checklist = controlelijst
probleem = knelpunt
hindernis = drempel = obstakel
fout = mislukking
succes = slagen
test = proefproject = uitproberen
deelnemen = meedoen = participeren
aanmoedigen = motiveren
voorstellen = suggereren
onthaal = ontvangst
bouwen = construeren
beschermen = behoeden
controleren = nagaan
samenvatting = synthese
verdelen = uitdelen
tekort = gebrek
gemakkelijk = eenvoudig = makkelijk
moeilijk = ingewikkeld = complex
snel = vlug
nuttig = handig
leuk = speels
belangrijk = essentieel = cruciaal
tip = praktisch advies
`.trim();
