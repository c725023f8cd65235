/**
 * English words of different roots that mean nearly the same, one group a line: `a = b = c` holds both ways, `narrow > broad` one way only
 * (who asks for the left also finds the right).
 */
export const en: string = `
grant = subsidy = funding = financial support
cost = price = fee = tariff
expensive = pricey
cheap = affordable = inexpensive = low cost
free of charge = gratis
money > budget
income = earnings
salary = wage = remuneration
poverty = hardship
poor = disadvantaged = deprived = low income
debt = arrears
loan = microcredit
donation = gift of money = charitable gift
sponsorship = patronage
crowdfunding = fundraising
call for projects = call for proposals
tax return > tax
buy = purchase
sell > sale
benefits = welfare payment
cost estimate = price quote
bookkeeping = accounting
swap = barter
pool resources = share resources
job = employment = occupation
unemployment = joblessness
jobseeker = unemployed person
recruit = hire
employee = staff = personnel
boss > employer
colleague = coworker
company = firm = enterprise
freelance = self-employed
remote work = telework = work from home
internship = work placement = trainee
apprenticeship = work-based learning
curriculum vitae = CV
burnout = exhaustion at work
skill = ability = competence
trade union = labour union
HR = human resources
timetable = schedule = planner
course > training
training = instruction
teacher = schoolteacher
pupil = schoolchild
student = undergraduate
university = higher education
kindergarten = nursery school = preschool
homework help = school support = tutoring
school dropout = early school leaving
diploma = certificate = qualification
online course = distance learning = MOOC
tutorial = walkthrough
exam = examination
illiteracy = literacy problem
mentor > tutoring
popular education = informal education
beginner = novice
housing = accommodation = dwelling
flat = apartment
social housing = council housing = public housing
landlord = property owner
rent > housing
tenant = lodger
homeless = rough sleeper
emergency shelter = night shelter
shared housing = flatshare
renovate = redecorate
heating = boiler = radiator
fuel poverty = energy poverty
furniture = furnishings
appliance = household machine
fridge = refrigerator
DIY = handiwork
tool lending = tool library
neighbour = neighbor
neighbourhood = neighborhood = district
premises > building
garden = vegetable patch = gardening
care home = nursing home = retirement home
transport = mobility = travel
car = automobile = motor vehicle
bicycle = bike = cycling
coach trip > bus
railway > train
public transport = mass transit
carpooling = ride sharing = lift sharing
car sharing = shared car
shuttle = minibus
driving licence = driver's license
walking = pedestrian
car park > parking
road safety = traffic safety
health = healthcare
doctor = physician
nurse > carer
hospital = clinic
illness = disease = sickness
medicine = medication = drug treatment
pharmacy = chemist
mental health = psychological distress
psychologist = therapist = counsellor
depression = low mood
stress = anxiety
addiction = substance abuse
alcohol = drinking problem
tobacco = smoking = cigarette
first aid = lifesaving
vaccine = immunisation
pregnancy = maternity = expectant mother
contraception = birth control
period poverty = menstrual products
family carer = caregiver = informal carer
respite = break for carers
home help = home care
bereavement = grief = mourning
heatwave = hot weather
relaxation = meditation
disability = disabled = impairment
wheelchair = reduced mobility
deaf = hard of hearing = sign language
blind = visually impaired = partially sighted
autism = autistic
dyslexia = learning difficulty
easy read = plain language
vulnerable = fragile
screen time = screen overuse
parent = mother = father = mum = dad
child rearing > parenting
child = kid
baby = infant = newborn
early childhood = young children
teenager = adolescent = youth = young person
grandparent = grandmother = grandfather = granny
elderly = senior = older person = pensioner
spouse = husband = wife
divorce = marital breakdown
single parent = lone parent
nursery = day nursery = crèche
childminder = babysitter = nanny
leisure centre = holiday club = playscheme
summer camp = holiday camp
toy library = toy lending
clothes = clothing = garment
child protection = child welfare
domestic violence = domestic abuse
gender equality = equality of women
sexism = gender stereotype
loneliness = isolation = lonely
social ties = social connection
living together = social cohesion
mutual aid = solidarity = helping hand
help = support = assistance
help > guidance
home visit = outreach
self-confidence = self-esteem
conflict = dispute = quarrel
mediation = conflict resolution
discrimination = unequal treatment
racism = xenophobia
inclusion = integration
empowerment = power to act
leisure = free time = spare time
migrant = immigrant = foreigner
refugee = asylum seeker = exile
residence permit = right to stay
translate = interpreter
language barrier = non-native speaker
identity card = passport = ID
administrative procedure = paperwork = formalities
administration = public service = authorities
online procedure = online administration
form to fill > administrative procedure
one-stop shop = single counter
access to rights = claiming rights = non-take-up
registration = enrolment
appointment > reception
mayor = town hall = municipality = city council
village = countryside = rural
town = city = urban
social worker = caseworker
user = beneficiary = service user
confidentiality = professional secrecy = discretion
complaint = grievance
waiting time = delay
public procurement = call for tenders
community centre = social centre = neighbourhood house
law = legislation = regulation
lawyer = solicitor = legal adviser
court = tribunal
police = law enforcement
theft = burglary
scam = fraud = phishing
crime = offence
security = safety
prison = detention = jail
human rights = fundamental rights
copyright = intellectual property
contract = agreement
insurance = liability cover
consumer = consumption
vote = election = ballot
democracy = citizen participation
deprived area = priority neighbourhood
risk = danger = hazard
prevention = precaution
fire = blaze
emergency = crisis
digital = ICT
computer = PC
laptop = notebook computer
tablet > computer equipment
smartphone = mobile phone = cell phone
printer = photocopier
internet = web
broadband = wifi = internet connection
website = web page = blog
e-mail = email = electronic mail
password = login details
cybersecurity = computer security = hacking
app = mobile application
software = computer program
free software = open source
social network = social media = Facebook
video call = videoconference = online meeting = Zoom
cloud = online storage
spreadsheet = Excel
word processing = LibreOffice
slideshow = PowerPoint
GDPR = data protection = personal data
privacy > personal data
artificial intelligence = AI = ChatGPT = generative AI
programming = coding
robot = robotics
digital inclusion = digital divide = digital exclusion
digital mediation = digital support = digital help
refurbished = reconditioned = used computer
fablab = makerspace = hackerspace
3D printer = 3D printing = laser cutting
video game = gaming
virtual reality = VR headset
film = video = movie
podcast = audio show = web radio
online booking = reservation
online form = online survey
breakdown = bug = malfunction
media literacy = critical thinking
fake news = misinformation = disinformation
collaborative tool = groupware
map = cartography
GPS = geolocation
art > culture
theatre = drama = stage play
music = concert
singing = choir
dance = choreography
painting = drawing = visual arts
sewing = knitting
crafts = handicraft
exhibition = art show
museum = gallery
heritage = monument
story = tale = storytelling
library = media library
festival > celebration
board game = parlour game
escape game = treasure hunt
newspaper = press
tourism = sightseeing
talk = lecture
debate = discussion
comic = graphic novel
sport = physical activity = exercise
football = soccer
hike = ramble
swimming = pool
tournament = sports competition
playground = play area
outdoors = open air
food = nutrition = diet
meal = lunch = dinner
cooking = recipe = cuisine
restaurant = eatery
food aid = food bank = food parcel
community grocery = social grocery
food waste = leftovers = unsold food
organic = pesticide-free
local produce = short supply chain
vegetable = fruit
farmer = grower
community garden = shared garden = allotment
seed = seedbank
bee = beekeeping = hive
ecology = environment
sustainable = sustainability
climate = global warming
energy = electricity
energy saving = energy efficiency
renewable energy = solar = wind power
waste = rubbish = trash = garbage
recycle = waste sorting
compost = biowaste
reuse = second hand = upcycling
flea market = jumble sale = car boot sale
repair = mend = fix
repair café = repair workshop
pollution = contamination
noise = din
biodiversity = wildlife
green space = public park
shop = store = retail
place = venue = location
association = nonprofit = charity
NGO = non-governmental organisation
social economy = ESS
cooperative = co-op
volunteer = unpaid helper
member = subscriber
trustees > board
annual meeting = AGM
network = federation
partner = stakeholder
partnership = collaboration
resident = inhabitant
citizen = civic
facilitator = group leader
manager = director
coordinator = coordination
expert = specialist
professional = practitioner
meeting = gathering
workshop = hands-on session
conference = seminar = symposium = congress
invite = invitation
organise = plan ahead
calendar = diary
brainstorming = idea box
collective intelligence = co-design = co-creation
week > weekly
month > monthly
annual = yearly
everyday > daily
poster = flyer = leaflet
brochure = booklet
newsletter = bulletin
advertising = publicity
testimony = witness account
survey = questionnaire = poll
needs assessment = diagnosis
feedback = opinion
message = announcement
innovation = novelty
scale up = replicate = duplicate = spread
adapt = adjust
good practice = best practice
lessons learned = experience report
start = begin = launch
finish = complete
create = establish
obtain = receive
improve = enhance = optimise
reduce = lower = decrease = diminish
increase = boost
remove = delete = eliminate
replace = substitute
change = modify = transform
maintain = preserve
stop = cease
choose = select
evaluation = assessment
result = outcome
goal = objective = aim
step = stage = phase
method = methodology = approach
handbook = manual
template = sample document
tick list > checklist
problem = difficulty = trouble
obstacle = barrier = hurdle
mistake = failure = error
success = achievement
test = trial = pilot
take part = participate
encourage = motivate
propose = suggest
welcome = reception
build = construct
clean = wash
protect = safeguard
check = verify
summary = synopsis
lack = shortage
easy = simple
difficult = hard = complicated
fast = quick = rapid
new = recent
fun = playful = entertaining
important = essential = crucial
tip = trick = practical advice
`.trim();
