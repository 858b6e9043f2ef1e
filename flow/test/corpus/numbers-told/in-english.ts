import type { Asked } from '../unseen/asked-yes-no.ts'

/** Numbers as customers tell them in English, with the question that they answer; what is read back counts as understood. */
export const numbersInEnglish: Asked[] = [
  {
    question: 'How old are you?',
    said: [
      ['twentyone', '21'],
      ['seventyfive', '75'],
      ['ninteen', '19'],
    ],
  },
  {
    question: 'How many items are damaged?',
    said: [['none of them luckily', '0']],
  },
  {
    question: 'How many inches do you want taken off?',
    said: [
      ['an inch and a half', '1.5'],
      ['just one inch pls', '1'],
    ],
  },
  {
    question: 'How many dozen?',
    said: [['2 dozen', '2']],
  },
  {
    question: 'How many boxes?',
    said: [['a box of 12', '1']],
  },
  {
    question: 'How many eggs?',
    said: [
      ['a box of 12 eggs', '12'],
      ['a dozen and a half', '18'],
    ],
  },
  {
    question: 'How many times have you called?',
    said: [
      ['this is my third time', '3'],
      ['third time', '3'],
      ['like a million', '?'],
      ['twice already', '2'],
      ['once', '1'],
    ],
  },
  {
    question: 'How many hours?',
    said: [['20 minutes', '?']],
  },
  {
    question: 'How many cokes?',
    said: [['a 2 liter', '2']],
  },
  {
    question: 'How many pizzas?',
    said: [
      ['not 2', '?'],
      ['2 no wait 3', '3'],
      ['2 larges', '2'],
      ['one pepperoni and one cheese', '2'],
      ['3 pls 🍕', '3'],
      ['just a small one', '1'],
    ],
  },
  {
    question: 'How many people?',
    said: [
      ['5ish maybe 6', '?'],
      ['ill tell you by 5', '?'],
    ],
  },
  {
    question: 'How many people in your party?',
    said: [
      ['just me lol', '1'],
      ['me and my husband', '2'],
      ["there'll be 5 of us", '5'],
      ['party of six', '6'],
    ],
  },
  {
    question: 'How many kids do you have?',
    said: [
      ['got 3 little ones', '3'],
      ['2 boys and a girl', '3'],
      ['none yet lol', '0'],
    ],
  },
  {
    question: 'How old is the patient?',
    said: [
      ['she just turned 9', '9'],
      ['im 34', '34'],
      ["she's 6", '6'],
      ['its my grandma shes 83', '83'],
      ['42 yo', '42'],
      ['eight and a half', '8.5'],
      ['8 months', '?'],
    ],
  },
  {
    question: 'How old is your dog?',
    said: [
      ['about 4 yrs old', '4'],
      ['two and a half', '2.5'],
      ['5 yrs, shes an old lady', '5'],
      ['shes a puppy', '?'],
      ['turns 3 in may', '?'],
    ],
  },
  {
    question: 'How old is your puppy in months?',
    said: [['8 months tomorrow', '8']],
  },
  {
    question: 'How much do you weigh?',
    said: [['around 165 lbs', '165']],
  },
  {
    question: 'How tall are you in cm?',
    said: [['178ish', '178']],
  },
  {
    question: 'What shoe size are you?',
    said: [
      ['size 9 and a half', '9.5'],
      ['i wear a 10', '10'],
    ],
  },
  {
    question: 'How many nights are you staying?',
    said: [
      ['3 nights plz', '3'],
      ['a couple of nights', '2'],
      ['a few', '?'],
    ],
  },
  {
    question: 'How many would you like?',
    said: [
      ['ill take 2 thx', '2'],
      ['a dozen please', '12'],
      ['half a dozen', '6'],
      ['make it 4', '4'],
      ['gimme three cuz my kids love them', '3'],
      ['one of each', '?'],
      ['2 or 3', '?'],
    ],
  },
  {
    question: "What's your budget?",
    said: [
      ['about 2k', '2000'],
      ['no more than 500 bucks', '500'],
      ['fifteen hundred tops', '1500'],
      ['$250', '250'],
    ],
  },
  {
    question: 'How many bedrooms?',
    said: [
      ['a 3 bedroom', '3'],
      ['its a two bed apartment', '2'],
    ],
  },
  {
    question: 'How many bathrooms?',
    said: [['2 and a half baths', '2.5']],
  },
  {
    question: 'How many hours will you need it?',
    said: [
      ['half an hour', '0.5'],
      ['hour and a half', '1.5'],
      ['4 hrs should be enough', '4'],
    ],
  },
  {
    question: 'How many pounds of ground beef?',
    said: [
      ['2 lbs', '2'],
      ['half a pound', '0.5'],
      ['a pound and a quarter', '1.25'],
    ],
  },
  {
    question: 'On a scale of 1-10 how bad is the pain?',
    said: [
      ['like a 7', '7'],
      ['8/10', '8'],
      ['really bad', '?'],
    ],
  },
  {
    question: 'How many weeks pregnant are you?',
    said: [
      ['im 24 weeks along', '24'],
      ['24 + 3', '?'],
    ],
  },
  {
    question: 'How many days have you had symptoms?',
    said: [
      ['going on 3 days', '3'],
      ['its been like 5 days now', '5'],
      ['since monday', '?'],
      ['about four days now', '4'],
      ['3 days give or take', '3'],
      ['almost a week', '7'],
      ['since saturday', '?'],
    ],
  },
  {
    question: 'How many bags are you checking?',
    said: [
      ['no bags', '0'],
      ['one suitcase and one carry on', '2'],
      ['nothing to check', '0'],
    ],
  },
  {
    question: 'What floor do you live on?',
    said: [
      ['3rd floor', '3'],
      ['im on the second', '2'],
    ],
  },
  {
    question: 'How many devices are affected?',
    said: [
      ['both of them', '2'],
      ['just the one', '1'],
    ],
  },
  {
    question: 'How many guests are coming?',
    said: [
      ['bout 40', '40'],
      ['somewhere between 40 and 50', '?'],
      ['not sure yet', '?'],
    ],
  },
  {
    question: 'How many copies do u need?',
    said: [['need 5 copies b/w', '5']],
  },
  {
    question: 'How many miles on the car?',
    said: [
      ['120k', '120000'],
      ['just hit 85,000', '85000'],
      ['a lot haha', '?'],
    ],
  },
  {
    question: 'How big is the tv in inches?',
    said: [['its a 55 inch samsung', '55']],
  },
  {
    question: 'How many doses have you had?',
    said: [
      ['two so far', '2'],
      ['only had my first', '1'],
    ],
  },
  {
    question: 'What size pizza in inches?',
    said: [['the 14 inch one', '14']],
  },
  {
    question: 'How many stops do you need?',
    said: [
      ['just 1 stop', '1'],
      ['two, home and work', '2'],
    ],
  },
  {
    question: 'How many cigarettes a day?',
    said: [
      ['i dont smoke', '0'],
      ['maybe 5 a day', '5'],
      ['a pack', '?'],
    ],
  },
  {
    question: 'How many surgeries have you had?',
    said: [
      ['none, thank god', '0'],
      ['just the one, appendix', '1'],
      ['2 c sections', '2'],
    ],
  },
  {
    question: "What's the temperature?",
    said: [
      ['101 and a half', '101.5'],
      ['its 102.3', '102.3'],
    ],
  },
  {
    question: "What's his temp?",
    said: [['38.9 just now', '38.9']],
  },
  {
    question: 'How many employees do you have?',
    said: [
      ['about a dozen', '12'],
      ['less than 20', '20'],
      ['5 full time and 3 part time', '8'],
    ],
  },
  {
    question: 'What year is your car?',
    said: [
      ['its a 2014', '2014'],
      ['2019 civic', '2019'],
      ['an 08', '?'],
    ],
  },
  {
    question: 'How many minutes away are you?',
    said: [
      ['like 10 mins', '10'],
      ['half an hour', '30'],
      ['almost there', '?'],
    ],
  },
  {
    question: 'How wide is the window in inches?',
    said: [
      ['36 and 1/2', '36.5'],
      ['36"', '36'],
      ['3 feet', '36'],
    ],
  },
  {
    question: 'How many siblings?',
    said: [
      ['only child', '0'],
      ['2 brothers 1 sister', '3'],
      ['two sisters', '2'],
    ],
  },
  {
    question: 'How many pills do you take?',
    said: [
      ['one and a half', '1.5'],
      ['2 in the morning and 1 at night', '3'],
      ['one every 8 hours', '?'],
    ],
  },
  {
    question: 'How many windows need cleaning?',
    said: [
      ['12 total', '12'],
      ['8 upstairs and 6 downstairs', '14'],
      ['all of them', '?'],
    ],
  },
  {
    question: 'What grade is she in?',
    said: [
      ['shes in 4th grade', '4'],
      ['third grade', '3'],
      ['kindergarten', '?'],
    ],
  },
  {
    question: 'How much did they charge you?',
    said: [
      ['they charged me 45.99', '45.99'],
      ['forty five bucks', '45'],
      ['too much!', '?'],
    ],
  },
  {
    question: 'How many tickets?',
    said: [
      ['2 adults 1 child', '3'],
      ['lets do 4', '4'],
      ['can i get 3 pls', '3'],
      ['3 if u have them', '3'],
    ],
  },
  {
    question: 'How many wings?',
    said: [
      ['20 piece', '20'],
      ['10 bbq and 10 hot', '20'],
      ['two dozen', '24'],
      ['a 12 piece', '12'],
    ],
  },
  {
    question: 'How many cars do you own?',
    said: [
      ['we got 2', '2'],
      ['just one, a honda', '1'],
      ['dont have a car', '0'],
    ],
  },
  {
    question: 'How far are you in miles?',
    said: [
      ['bout 12 miles', '12'],
      ['not far', '?'],
    ],
  },
  {
    question: 'How would you rate us from 1 to 5?',
    said: [
      ['5 all day', '5'],
      ['solid 4', '4'],
      ['4 out of 5', '4'],
      ['11/10 lol', '?'],
    ],
  },
  {
    question: 'How many rooms should we paint?',
    said: [
      ['3 bedrooms and the hallway', '?'],
      ['the whole house', '?'],
      ['two for now', '2'],
    ],
  },
  {
    question: 'What ring size?',
    said: [
      ['size 7', '7'],
      ['i think a 6.5', '6.5'],
    ],
  },
  {
    question: 'How many seats?',
    said: [
      ['yes 4 please', '4'],
      ['4 if possible', '4'],
      ['for me and my 2 kids', '3'],
    ],
  },
  {
    question: 'How many months have you been on it?',
    said: [
      ['going on 6 months', '6'],
      ['about a year', '12'],
      ['year and a half', '18'],
    ],
  },
  {
    question: 'How many cups of flour?',
    said: [['2 1/2 cups', '2.5']],
  },
  {
    question: 'How many hours do you sleep?',
    said: [
      ['i get about 6 hours', '6'],
      ['barely any', '?'],
    ],
  },
  {
    question: 'How many sugars?',
    said: [
      ['two please love', '2'],
      ['no sugar', '0'],
    ],
  },
  {
    question: 'How many days did you miss?',
    said: [
      ['i missed 3', '3'],
      ['all week', '?'],
    ],
  },
  {
    question: 'How many bags of concrete?',
    said: [
      ['10 bags of 80 lb', '10'],
      ['twenty bags should do', '20'],
    ],
  },
  {
    question: 'How many bulbs are out?',
    said: [
      ['the 2 in the kitchen', '2'],
      ['all three', '3'],
      ['only one went out', '1'],
    ],
  },
  {
    question: "What's your monthly income?",
    said: [
      ['i make 3k a month', '3000'],
      ['around twenty five hundred', '2500'],
      ['minimum wage', '?'],
    ],
  },
  {
    question: 'How much do you owe?',
    said: [
      ['i owe 320.75', '320.75'],
      ['nothing, all paid', '0'],
    ],
  },
  {
    question: 'What waist size?',
    said: [
      ['32 waist', '32'],
      ['between 32 and 34', '?'],
      ['a 34 i think', '34'],
    ],
  },
  {
    question: 'How many chairs do you want to rent?',
    said: [
      ['50 chairs and 5 tables', '50'],
      ['fifty white ones', '50'],
    ],
  },
  {
    question: 'How many classes per week?',
    said: [
      ['3x a week', '3'],
      ['two, tuesdays and thursdays', '2'],
      ['tues and thurs', '2'],
      ['twice a week', '2'],
    ],
  },
  {
    question: 'How many stitches did you get?',
    said: [
      ['i got 5 stitches', '5'],
      ['none they glued it', '0'],
    ],
  },
  {
    question: 'How many minutes until you get here?',
    said: [
      ['be there in 10', '10'],
      ['5 more mins', '5'],
      ['im outside', '?'],
      ['quarter of an hour', '15'],
    ],
  },
  {
    question: 'How many gigs of data?',
    said: [
      ['the 10 gig plan', '10'],
      ['unlimited', '?'],
    ],
  },
  {
    question: 'How many lines?',
    said: [['3 lines total', '3']],
  },
  {
    question: 'How old is your son?',
    said: [
      ['hes 5 and a half', '5.5'],
      ['almost 3', '3'],
      ['18 months', '?'],
      ["he's seven years old 😊", '7'],
      ['hell be 4 in june', '?'],
    ],
  },
  {
    question: 'Table number?',
    said: [
      ['were at table 9', '9'],
      ['twelve', '12'],
    ],
  },
  {
    question: 'How many in the room?',
    said: [
      ['two adults and an infant', '3'],
      ['just us two', '2'],
      ['my wife and i plus 2 kids', '4'],
    ],
  },
  {
    question: 'How much does your dog weigh?',
    said: [
      ['bout 45 pounds', '45'],
      ['hes a big boy', '?'],
      ['60lbs last time we checked', '60'],
    ],
  },
  {
    question: 'How many yards of fabric?',
    said: [
      ['two and a quarter', '2.25'],
      ['3/4 of a yard', '0.75'],
    ],
  },
  {
    question: 'How many gallons of paint?',
    said: [
      ['2 gallons of white and 1 of blue', '3'],
      ['a gallon should do it', '1'],
    ],
  },
  {
    question: 'What floor are you on?',
    said: [
      ['top floor', '?'],
      ['12th', '12'],
      ['ground floor', '0'],
    ],
  },
  {
    question: 'How many coffees?',
    said: [
      ['two lattes and a mocha', '3'],
      ['make that 3', '3'],
      ['same as yesterday', '?'],
    ],
  },
  {
    question: 'How many would you rate us out of 10?',
    said: [
      ['ten outta ten', '10'],
      ['a strong 8', '8'],
    ],
  },
  {
    question: 'How many payments do you want?',
    said: [
      ['one payment', '1'],
      ['split it in 4', '4'],
      ['ill pay in full', '1'],
    ],
  },
  {
    question: 'How many sheets is it?',
    said: [
      ['about 50 pages', '50'],
      ['120 double sided', '120'],
    ],
  },
  {
    question: 'How many RSVPs so far?',
    said: [
      ['45 confirmed', '45'],
      ['45 yes 10 no', '?'],
    ],
  },
  {
    question: 'How many drinks a week?',
    said: [
      ["i don't drink", '0'],
      ['2 or 3 on weekends', '?'],
      ['maybe one', '1'],
    ],
  },
  {
    question: "What's your age?",
    said: [
      ['29 lol', '29'],
      ['fifty-two', '52'],
      ['im a 90s kid', '?'],
    ],
  },
  {
    question: 'How many haircuts?',
    said: [['just 1 for my son', '1']],
  },
  {
    question: 'How many years ago was the surgery?',
    said: [
      ['back in 2015', '?'],
      ['like 4 years ago', '4'],
      ['10 yrs', '10'],
    ],
  },
  {
    question: 'How many boxes are you shipping?',
    said: [
      ['3 small boxes', '3'],
      ['2 boxes and a bag', '2'],
      ['a big one', '1'],
    ],
  },
  {
    question: 'How much does the package weigh in lbs?',
    said: [
      ['just under 2 lbs', '2'],
      ['8 oz', '0.5'],
      ['three and a half pounds', '3.5'],
    ],
  },
  {
    question: 'How many flights of stairs?',
    said: [
      ['no stairs', '0'],
      ['2 flights no elevator', '2'],
    ],
  },
  {
    question: 'How many years of experience do you have?',
    said: [
      ['5+', '5'],
      ["i've been doing it 12 years", '12'],
      ['no experience', '0'],
      ['less than a year', '?'],
    ],
  },
  {
    question: 'How many chargers are missing?',
    said: [
      ['just the one charger', '1'],
      ['missing 2', '2'],
    ],
  },
  {
    question: 'How much do you want to tip?',
    said: [
      ['20%', '20'],
      ['5 bucks', '5'],
      ['no tip', '0'],
    ],
  },
  {
    question: 'How many trips a month?',
    said: [
      ['it varies', '?'],
      ['once a month', '1'],
      ['4ish', '4'],
    ],
  },
  {
    question: 'How many inches long?',
    said: [
      ['a foot', '12'],
      ['24in', '24'],
      ['about thirty inches', '30'],
    ],
  },
  {
    question: 'How many roses?',
    said: [
      ['a dozen red', '12'],
      ['two dozen pls', '24'],
      ['24 roses 🌹', '24'],
    ],
  },
  {
    question: 'How many minutes would you like to book?',
    said: [
      ['an hour', '60'],
      ['90 mins plz', '90'],
      ['hour and a half', '90'],
    ],
  },
  {
    question: 'How many players?',
    said: [
      ['10 total 5v5', '10'],
      ['ten of us', '10'],
    ],
  },
  {
    question: 'How many beers?',
    said: [
      ['a six pack', '6'],
      ['two cold ones', '2'],
      ['3 ipas and a stout', '4'],
    ],
  },
  {
    question: 'How much was the transfer for?',
    said: [
      ['it was 1,800', '1800'],
      ['i sent 250 yesterday', '250'],
      ['havent sent it yet', '?'],
    ],
  },
  {
    question: 'How many shots has he had?',
    said: [
      ['both shots', '2'],
      ['all 3', '3'],
    ],
  },
  {
    question: 'How many live in your home?',
    said: [
      ['theres 5 of us', '5'],
      ['me my mom and my brother', '3'],
    ],
  },
  {
    question: 'How many capsules each time?',
    said: [
      ['1 capsule w/ food', '1'],
      ['two at bedtime', '2'],
    ],
  },
  {
    question: 'How many slices?',
    said: [['8 thin slices', '8']],
  },
  {
    question: 'How many ounces of coffee?',
    said: [
      ['the 12 oz bag', '12'],
      ['a pound', '16'],
    ],
  },
  {
    question: 'How many keys?',
    said: [
      ['3 copies of the same one', '3'],
      ['two, one front one back', '2'],
    ],
  },
  {
    question: 'How many months behind are you?',
    said: [
      ['just this month', '1'],
      ['2 months behind', '2'],
      ['none, all caught up', '0'],
    ],
  },
  {
    question: 'How many portions?',
    said: [
      ['4 big portions haha', '4'],
      ['put me down for 2', '2'],
      ['one and done lol', '1'],
    ],
  },
  {
    question: 'How far along are you in weeks?',
    said: [
      ['almost 30 weeks', '30'],
      ['5 months', '?'],
      ['12 weeks 3 days', '12'],
    ],
  },
  {
    question: 'How many customers do you see a day?',
    said: [
      ['between 10 and 15', '?'],
      ['i see about 20', '20'],
    ],
  },
  {
    question: 'How many seats on the bus?',
    said: [
      ['4 seats together pls', '4'],
      ['one for me and one for my mom', '2'],
    ],
  },
  {
    question: 'How many chickens do you have?',
    said: [
      ['8 hens and a rooster', '9'],
      ['around thirty', '30'],
    ],
  },
  {
    question: 'How long is the trip in hours?',
    said: [
      ['3 hrs', '3'],
      ['30 minutes', '0.5'],
    ],
  },
  {
    question: 'How many tires do you need?',
    said: [
      ['all 4', '4'],
      ['just the two front ones', '2'],
      ['one flat', '1'],
    ],
  },
  {
    question: 'How much would you like to withdraw?',
    said: [
      ['a thousand in twenties', '1000'],
      ['$3,000', '3000'],
      ['300 bucks', '300'],
    ],
  },
  {
    question: 'How many people live with you?',
    said: [
      ['i live alone', '0'],
      ['my mom and 2 brothers', '3'],
    ],
  },
  {
    question: 'How many square feet?',
    said: [
      ['about 1200 sq ft', '1200'],
      ['10 by 20', '?'],
    ],
  },
  {
    question: 'How many bricks?',
    said: [
      ['a thousand red ones', '1000'],
      ['500 to start', '500'],
    ],
  },
  {
    question: 'How many tickets should I hold?',
    said: [
      ['two in the balcony', '2'],
      ['4 together if possible', '4'],
      ["whatever's left", '?'],
    ],
  },
  {
    question: 'How many items for dry cleaning?',
    said: [
      ['3 shirts and 2 pants', '5'],
      ['just a blanket', '1'],
      ['like 10 pieces', '10'],
    ],
  },
  {
    question: 'How many nights?',
    said: [
      ['4 nights 5 days', '4'],
      ['one night, flying out early', '1'],
      ['two nights only', '2'],
      ['just tonight', '1'],
      ['3 nights, arriving friday', '3'],
    ],
  },
  {
    question: "What's your order number?",
    said: [
      ['its 4521', '4521'],
      ['order #778', '778'],
      ['i lost it', '?'],
    ],
  },
  {
    question: 'How many years have you had the pain?',
    said: [
      ['like 2 yrs now', '2'],
      ['since 2020', '?'],
      ['forever', '?'],
    ],
  },
  {
    question: 'How many burgers?',
    said: [
      ['2 singles and 1 double', '3'],
      ['three with everything', '3'],
      ['3 but one no onions', '3'],
    ],
  },
  {
    question: 'How many ketchup packets?',
    said: [
      ['5 would be great', '5'],
      ['a ton', '?'],
    ],
  },
  {
    question: 'How many hours of parking?',
    said: [
      ['2 hrs tops', '2'],
      ['all day', '?'],
      ['half hour', '0.5'],
    ],
  },
  {
    question: 'How many smoothies?',
    said: [
      ['one large one small', '2'],
      ['2 mediums', '2'],
    ],
  },
  {
    question: 'How many parking spots?',
    said: [
      ['1 covered spot', '1'],
      ['none, we dont drive', '0'],
      ['two, one for each car', '2'],
    ],
  },
  {
    question: 'What temp do you want it at?',
    said: [
      ['72 degrees', '72'],
      ['set it to 68', '68'],
    ],
  },
  {
    question: 'How many payments have you made?',
    said: [
      ['6 of 12', '6'],
      ['6 so far, 6 left', '6'],
    ],
  },
  {
    question: 'How many towels are missing?',
    said: [
      ['2 bath towels', '2'],
      ['we need 3 more', '3'],
    ],
  },
  {
    question: 'From 1 to 5 how satisfied are you?',
    said: [
      ['3 tbh', '3'],
      ['5/5!!', '5'],
      ['zero', '?'],
    ],
  },
  {
    question: 'How much is your rent?',
    said: [
      ['i pay 1,350', '1350'],
      ['thirteen fifty', '?'],
      ['a little over 1000', '1000'],
    ],
  },
  {
    question: 'How many people will attend?',
    said: [
      ['just me and my daughter', '2'],
      ['only the patient', '1'],
      ['two', '2'],
      ['4 counting the baby', '4'],
    ],
  },
  {
    question: 'What is your weight in pounds?',
    said: [
      ['150ish lbs', '150'],
      ['between 150 and 160', '?'],
      ['one hundred sixty five', '165'],
    ],
  },
  {
    question: 'Do you need change? For how much?',
    said: [
      ['for a 50', '50'],
      ['got a twenty', '20'],
      ['paying by card', '?'],
    ],
  },
  {
    question: 'What shoe size?',
    said: [
      ['8.5 wide', '8.5'],
      ['im a size 10', '10'],
      ['7 or 7.5', '?'],
    ],
  },
  {
    question: 'How many rooms?',
    said: [
      ['one double', '1'],
      ['2 singles and a double', '3'],
      ['one is fine', '1'],
    ],
  },
  {
    question: 'What is your budget?',
    said: [
      ['around 5k', '5000'],
      ['300 max', '300'],
      ['cheapest you have', '?'],
      ['up to 800 dollars', '800'],
    ],
  },
  {
    question: 'How many payments?',
    said: [
      ['12 interest free', '12'],
      ['3 payments', '3'],
      ['all at once', '1'],
    ],
  },
  {
    question: 'How many units do you need?',
    said: [
      ['i need 10 units', '10'],
      ['just a couple', '2'],
      ['ten thx', '10'],
      ['1 only', '1'],
    ],
  },
  {
    question: 'How many kids are enrolling?',
    said: [
      ['just one for now', '1'],
      ['all three of them', '3'],
    ],
  },
  {
    question: 'What floor is the apartment on?',
    said: [
      ['4th floor apt b', '4'],
      ['fifth', '5'],
      ['first floor', '1'],
    ],
  },
  {
    question: 'How many pets are traveling?',
    said: [
      ['one small dog', '1'],
      ['2 cats', '2'],
      ['no pets', '0'],
    ],
  },
  {
    question: 'How many pounds of chicken?',
    said: [
      ['2 and a half', '2.5'],
      ['pound and a half', '1.5'],
      ['like 3 lbs', '3'],
    ],
  },
  {
    question: 'From 0 to 10 how likely are you to recommend us?',
    said: [
      ['10 no doubt', '10'],
      ['honestly a 6', '6'],
      ['9.5', '9.5'],
      ['very likely', '?'],
    ],
  },
  {
    question: 'How many hours do you need the hall?',
    said: [
      ['from 2 to 6', '?'],
      ['five hours', '5'],
    ],
  },
  {
    question: 'How many guests at the party?',
    said: [
      ['80 including kids', '80'],
      ['60 adults and 20 kids', '80'],
    ],
  },
  {
    question: 'How many photos do you want printed?',
    said: [['30 4x6', '30']],
  },
  {
    question: 'How many scoops?',
    said: [
      ['two scoops in a cone', '2'],
      ['1 chocolate 1 vanilla', '2'],
    ],
  },
  {
    question: 'How many flavors?',
    said: [['half and half', '?']],
  },
  {
    question: 'How many seats do you want to reserve?',
    said: [
      ['6 please its a birthday', '6'],
      ['reserve five for us', '5'],
      ['me and 3 friends', '4'],
      ['ill let you know', '?'],
    ],
  },
  {
    question: 'How many doses are left?',
    said: [
      ['just the last one', '1'],
      ['two to go', '2'],
      ['none shes done', '0'],
    ],
  },
  {
    question: 'How many customers do you have?',
    said: [
      ['over a thousand', '1000'],
      ['around 200', '200'],
      ['just starting out', '?'],
    ],
  },
  {
    question: 'How many minutes have you been waiting?',
    said: [
      ['been waiting 40 mins', '40'],
      ['over an hour', '60'],
      ['forever', '?'],
    ],
  },
  {
    question: 'How many packages are you sending?',
    said: [
      ['3 packages to texas', '3'],
      ['one medium', '1'],
      ['2, one to ny and one to la', '2'],
    ],
  },
  {
    question: 'How many times have you visited us?',
    said: [
      ['never', '0'],
      ['3 times', '3'],
      ['twice last month', '2'],
      ['lots', '?'],
    ],
  },
  {
    question: 'How much do you want to invest?',
    said: [
      ['10k to start', '10000'],
      ['500 dollars', '500'],
      ['whatever i can', '?'],
    ],
  },
  {
    question: 'How many gallons of gas?',
    said: [
      ['fill it up', '?'],
      ['10 gallons of regular', '10'],
    ],
  },
  {
    question: 'How many bulbs do you need?',
    said: [
      ['4 9w bulbs', '?'],
      ['four led ones', '4'],
      ['a pack of 6', '6'],
    ],
  },
  {
    question: 'How many students are going?',
    said: [
      ['32 of us', '32'],
      ['the whole class', '?'],
    ],
  },
  {
    question: 'How many sandwiches?',
    said: [
      ['two ham and one cheese', '3'],
      ['3 no mayo', '3'],
      ['one with everything pls', '1'],
    ],
  },
  {
    question: 'How old is the birthday girl turning?',
    said: [
      ['15!!', '15'],
      ['shes turning 15', '15'],
      ['sweet sixteen', '16'],
    ],
  },
  {
    question: 'Rate us from 1 to 10',
    said: [
      ['9/10', '9'],
      ['seven and im being generous', '7'],
      ['20', '?'],
    ],
  },
  {
    question: 'How many liters of water do you drink a day?',
    said: [
      ['a liter and a half', '1.5'],
      ['about 2 liters', '2'],
      ['barely any', '?'],
    ],
  },
  {
    question: 'How many bedrooms are you looking for?',
    said: [
      ['at least 2', '2'],
      ['2 or more', '2'],
      ['3 bed 2 bath', '3'],
      ['preferably 3', '3'],
    ],
  },
  {
    question: 'How much are you asking for the car?',
    said: [
      ['asking 8500 obo', '8500'],
      ['eighty five hundred', '8500'],
    ],
  },
  {
    question: 'How many doors does the car have?',
    said: [
      ['its a 4 door', '4'],
      ['two door coupe', '2'],
    ],
  },
  {
    question: 'How many centimeters?',
    said: [
      ['half a meter', '50'],
      ['52cm', '52'],
    ],
  },
  {
    question: 'How many followers do you have?',
    said: [
      ['about 5k', '5000'],
      ['1.2k', '1200'],
    ],
  },
  {
    question: 'How many kids?',
    said: [
      ['3 kids, one in a stroller', '3'],
      ['two girls and a boy', '3'],
      ['no kids', '0'],
    ],
  },
  {
    question: 'How many nights would you like?',
    said: [
      ['3 nights, check in on the 10th', '3'],
      ['1 night only plz', '1'],
    ],
  },
  {
    question: 'How many drinks?',
    said: [
      ['2 cokes 1 sprite', '3'],
      ['4 waters', '4'],
      ['none im good', '0'],
    ],
  },
  {
    question: 'How many people in the car?',
    said: [
      ['4 including me', '4'],
      ['me and my cousin', '2'],
    ],
  },
  {
    question: 'How many plants do you want?',
    said: [
      ['like 6 small ones', '6'],
      ['depends on the price', '?'],
      ['two succulents and a cactus', '3'],
    ],
  },
  {
    question: 'How many days off?',
    said: [
      ['10 business days', '10'],
      ['a week', '7'],
    ],
  },
  {
    question: 'How old is your cat?',
    said: [
      ['two and a half', '2.5'],
      ['hes old like 14', '14'],
      ['a year', '1'],
    ],
  },
  {
    question: 'How many inches is your monitor?',
    said: [
      ['27 inch', '27'],
      ['its the 24"', '24'],
    ],
  },
  {
    question: 'How many cups of coffee a day?',
    said: [
      ['2 in the morning', '2'],
      ['i dont drink coffee', '0'],
      ['one when i wake up', '1'],
    ],
  },
  {
    question: "What's the most you'd pay?",
    said: [
      ['1500 max', '1500'],
      ['i wouldnt go over 2000', '2000'],
    ],
  },
  {
    question: 'How many sheets of plywood?',
    said: [['12 sheets 8 ft', '12']],
  },
  {
    question: 'How many times a month?',
    said: [
      ['1 time', '1'],
      ['four, once a week', '4'],
      ['2 or 3', '?'],
    ],
  },
  {
    question: 'How many installments?',
    said: [
      ['12 fixed', '12'],
      ['just one', '1'],
    ],
  },
  {
    question: 'How many babies?',
    said: [
      ['twins', '2'],
      ['one, its a girl', '1'],
    ],
  },
  {
    question: 'How many bags of ice?',
    said: [
      ['3 large bags', '3'],
      ['five of the small ones', '5'],
      ['gimme two', '2'],
    ],
  },
  {
    question: 'How many ounces?',
    said: [['half a pound', '8']],
  },
  {
    question: 'How many passengers?',
    said: [['myself only', '1']],
  },
]
