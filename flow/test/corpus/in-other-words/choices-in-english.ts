import type { Menu } from '../choices.ts'

/** Rows of menus told in other words, as customers write them in English: what happened, for whom, how often, in short forms and with reasons. */
export const otherWordsInEnglish: Menu[] = [
  {
    labels: ['Track my delivery', 'Returns', 'Assembly help', 'Opening hours'],
    numbered: true,
    said: [
      ["where's my sofa? was supposed to come today", '1'],
      ["where's my sofa", '1'],
    ],
  },
  {
    labels: ['Refund', 'Exchange', 'Store credit'],
    numbered: true,
    said: [
      ['either a refund or an exchange, idk', '?'],
      ['a refund', '1'],
    ],
  },
  {
    labels: ['Small', 'Medium', 'Large'],
    numbered: true,
    said: [
      ["biggest one you've got lol", '3'],
      ['the little one', '1'],
      ['med pls', '2'],
      ['lrg', '3'],
      ['something in between', '2'],
    ],
  },
  {
    labels: ['Check-up', 'Cleaning', 'Toothache', 'Whitening'],
    numbered: true,
    said: [
      ['my tooth is killing me', '3'],
      ['just a regular checkup thx', '1'],
      ['want my teeth whiter 😁', '4'],
      ['need em cleaned', '2'],
    ],
  },
  {
    labels: ['Book an appointment', 'Prices', 'Opening hours', 'Talk to a person'],
    numbered: true,
    said: [
      ['how much is it?', '2'],
      ['when r u open', '3'],
      ['can i speak to someone', '4'],
      ['id like to make a booking', '1'],
      ['what time do you close', '3'],
      ['real human pls', '4'],
      ['wanna come in tmrw', '1'],
      ['how much do u charge', '2'],
    ],
  },
  {
    labels: ['Cracked screen', 'Water damage', "Won't charge", "Won't turn on"],
    numbered: true,
    said: [
      ['dropped it in the toilet 🙈', '2'],
      ['smashed the screen', '1'],
      ['its completely dead', '4'],
      ['battery wont charge', '3'],
      ['the glass is shattered', '1'],
      ['spilled coffee on it', '2'],
    ],
  },
  {
    labels: ['Pickup', 'Delivery'],
    numbered: true,
    said: [
      ['ill come get it', '1'],
      ['bring it to my place pls', '2'],
      ["i'll swing by", '1'],
      ['can u drop it off', '2'],
    ],
  },
  {
    labels: ['Cash', 'Card', 'Bank transfer'],
    numbered: true,
    said: [
      ['visa', '2'],
      ['debit', '2'],
      ["i'll wire it", '3'],
      ['got cash', '1'],
      ['plastic lol', '2'],
    ],
  },
  {
    labels: ['Me', 'My child', 'Someone else'],
    numbered: true,
    said: [
      ['my son', '2'],
      ['just me', '1'],
      ['my husband', '3'],
      ['its for my 4 yr old', '2'],
      ['myself', '1'],
    ],
  },
  {
    labels: ['It never arrived', "It's damaged", 'Wrong item', 'Missing item'],
    numbered: true,
    said: [
      ['still waiting on it', '1'],
      ['came broken', '2'],
      ['got sent the wrong thing', '3'],
      ['one thing is missing', '4'],
      ["hasn't shown up", '1'],
      ['got a blue one, ordered red', '3'],
    ],
  },
  {
    labels: ['Single', 'Double', 'Family', 'Suite'],
    numbered: true,
    said: [
      ['theres two of us', '2'],
      ['just for one', '1'],
      ['me the wife and 3 kids', '3'],
      ['the fanciest u have', '4'],
    ],
  },
  {
    labels: ['Morning', 'Afternoon', 'Evening'],
    numbered: true,
    said: [
      ['after lunch', '2'],
      ['as early as possible', '1'],
      ['after work', '3'],
      ['mornings r better for me', '1'],
    ],
  },
  {
    labels: ['Basic', 'Standard', 'Premium'],
    numbered: true,
    said: [
      ['cheapest', '1?'],
      ['the top one', '?'],
      ['the middle one', '2'],
      ['best one you have', '3?'],
    ],
  },
  {
    labels: ['Dog', 'Cat', 'Rabbit', 'Other'],
    numbered: true,
    said: [
      ['a puppy', '1'],
      ['a kitten', '2'],
      ['a hamster', '4?'],
      ['my doggo lol', '1'],
      ['bunny', '3'],
    ],
  },
  {
    labels: ['Repair', 'Buy a new device', 'Sell my device', 'Warranty'],
    numbered: true,
    said: [
      ['need it fixed', '1'],
      ['looking to get rid of my old phone', '3'],
      ['i want a new phone', '2'],
      ['is it still under guarantee?', '4'],
    ],
  },
  {
    labels: ['Haircut', 'Colour', 'Blow-dry', 'Beard trim'],
    numbered: true,
    said: [
      ['just a trim for my beard', '4'],
      ['wanna go blonde', '2'],
      ['cut my hair', '1'],
    ],
  },
  {
    labels: ['Like new', 'Good', 'Fair', 'Broken'],
    numbered: true,
    said: [
      ['never used it', '1?'],
      ['doesnt work', '4'],
      ['few scratches but ok', '?'],
      ['hardly used', '1?'],
    ],
  },
  {
    labels: ['Downtown', 'Airport', 'Westside'],
    numbered: true,
    said: [
      ['dwntown', '1'],
      ['near the airport', '2'],
      ['west side pls', '3'],
      ['dont mind', '?'],
      ['idk', '?'],
      ['2nd', '2'],
    ],
  },
  {
    labels: ['Google', 'Instagram', 'A friend', 'Walked by'],
    numbered: true,
    said: [
      ['my buddy told me', '3'],
      ['saw u on insta', '2'],
      ['googled it', '1'],
      ['i was walking past', '4'],
      ['a coworker recommended you', '3'],
    ],
  },
  {
    labels: ['Brakes', 'Engine', 'Tires', 'Battery'],
    numbered: true,
    said: [
      ['flat tyre', '3'],
      ['wont start, think its the battery', '4'],
      ['its squeaking when i brake', '1'],
      ['check engine light is on', '2'],
      ['got a puncture', '3'],
    ],
  },
  {
    labels: ['Rare', 'Medium', 'Well done'],
    numbered: true,
    said: [
      ['well done pls', '3'],
      ['bloody lol', '1'],
      ['med', '2'],
      ['no pink at all', '3'],
    ],
  },
  {
    labels: ['Confirm', 'Reschedule', 'Cancel'],
    numbered: true,
    said: [
      ['ill be there', '1'],
      ['can we move it to another day', '2?'],
      ['cant make it, please cancel', '3'],
      ['dont need it anymore', '3'],
      ['yep see u then', '1'],
      ['need a different time', '2'],
    ],
  },
  {
    labels: ['Weekly', 'Every two weeks', 'Monthly'],
    numbered: true,
    said: [
      ['once a month', '3'],
      ['every other week', '2'],
      ['each week', '1'],
      ['fortnightly', '2'],
    ],
  },
  {
    labels: ['House', 'Apartment', 'Office'],
    numbered: true,
    said: [
      ['a flat', '2'],
      ['its a 2 bed apt', '2'],
      ['my workplace', '3'],
      ['just a small house', '1'],
    ],
  },
  {
    labels: ['Too expensive', "Don't use it", 'Moving away', 'Other'],
    numbered: true,
    said: [
      ['costs too much', '1'],
      ['never use it', '2'],
      ['im moving to another city', '3'],
      ['cant afford it rn', '1'],
      ['hardly ever go', '2'],
    ],
  },
  {
    labels: ['Great', 'OK', 'Bad'],
    numbered: true,
    said: [
      ['awful', '3'],
      ['loved it!', '1'],
      ['meh', '2'],
      ['it was alright', '2'],
      ['terrible, never again', '3'],
    ],
  },
  {
    labels: ['Yes, I have', 'No, first time'],
    numbered: true,
    said: [
      ['first time', '2'],
      ['nope never', '2'],
      ['yeah a few times', '1'],
      ['been there loads', '1'],
    ],
  },
  {
    labels: ['Sales', 'Billing', 'Tech support'],
    numbered: true,
    said: [
      ['i was charged twice', '2'],
      ['my wifi is down', '3'],
      ['wanna buy a plan', '1'],
      ['question about my bill', '2'],
    ],
  },
  {
    labels: ['Whole', 'Skim', 'Oat', 'Almond'],
    numbered: true,
    said: [
      ['oat pls', '3'],
      ['fat free', '2'],
      ['almond milk thx', '4'],
      ['the 3rd one', '3'],
    ],
  },
  {
    labels: ['Today', 'This week', 'No rush'],
    numbered: true,
    said: [
      ['asap', '1'],
      ['whenever', '3'],
      ['in the next few days', '2'],
      ['take your time', '3'],
      ['today if poss', '1'],
    ],
  },
  {
    labels: ['Less than a week', '1 to 4 weeks', 'More than a month'],
    numbered: true,
    said: [
      ['since yesterday', '1'],
      ['3 days', '1'],
      ['about two weeks', '2'],
      ['like 6 months', '3'],
      ['over a year', '3'],
    ],
  },
  {
    labels: ['Kitchen sink', 'Toilet', 'Shower', 'Not sure'],
    numbered: true,
    said: [
      ['the loo', '2'],
      ['under the sink', '1'],
      ['no idea', '4'],
      ['shower head', '3'],
    ],
  },
  {
    labels: ['Inside', 'Outside', 'Bar'],
    numbered: true,
    said: [
      ['patio', '2'],
      ['indoors pls', '1'],
      ['at the bar', '3'],
      ['somewhere warm', '?'],
      ['terrace if possible', '2'],
    ],
  },
  {
    labels: ['Track my order', 'Return an item', 'Change address', 'Something else'],
    numbered: true,
    said: [
      ['wheres my stuff', '1'],
      ['wanna send it back', '2'],
      ['i moved', '3'],
      ['none of those', '4?'],
      ['it doesnt fit', '2'],
      ['put the wrong address', '3'],
      ['has it shipped yet', '1'],
    ],
  },
  {
    labels: ['Kitchen', 'Bathroom', 'Bedroom', 'Living room'],
    numbered: true,
    said: [
      ['the loo', '2'],
      ['where i sleep', '3'],
      ['lounge', '4'],
      ['kitchen sink', '1'],
    ],
  },
  {
    labels: ['Monday', 'Wednesday', 'Friday'],
    numbered: true,
    said: [
      ['mon', '1'],
      ['weds', '2'],
      ['end of the week', '3?'],
      ['the last one', '3'],
      ['not monday', '?'],
    ],
  },
  {
    labels: ['Mild', 'Moderate', 'Severe'],
    numbered: true,
    said: [
      ['its awful', '3'],
      ['not too bad', '1'],
      ['unbearable', '3'],
      ['hurts a little', '1'],
      ['worst pain ever', '3'],
    ],
  },
  {
    labels: ['Visa', 'Mastercard', 'Amex'],
    numbered: true,
    said: [
      ['american express', '3'],
      ['mc', '2'],
      ['the visa one', '1'],
    ],
  },
  {
    labels: ['New', 'Existing'],
    numbered: true,
    said: [
      ['never been', '1'],
      ['ive been coming for years', '2'],
      ['first visit', '1'],
      ['been there before', '2'],
    ],
  },
  {
    labels: ['I dropped it', 'Got wet', 'Just stopped working', 'Other'],
    numbered: true,
    said: [
      ['fell off the table', '1?'],
      ['it died on its own', '3?'],
      ['rain got in', '2'],
      ['my kid threw it', '?'],
      ['slipped out of my hand', '1?'],
    ],
  },
  {
    labels: ['8 oz', '12 oz', '16 oz'],
    numbered: true,
    said: [
      ['smallest', '1'],
      ['the big one', '3'],
      ['12', '2'],
    ],
  },
  {
    labels: ['Front door', 'With a neighbor', 'Reception'],
    numbered: true,
    said: [
      ['just leave it at the door', '1'],
      ['next door is fine', '2'],
      ['front desk', '3'],
      ['on the porch', '1'],
    ],
  },
  {
    labels: ['Under warranty', 'Out of warranty', 'Not sure'],
    numbered: true,
    said: [
      ['it expired', '2'],
      ['still covered', '1'],
      ['no clue', '3'],
      ['bought it last month', '?'],
    ],
  },
  {
    labels: ['Under $500', '$500 to $1000', 'Over $1000'],
    numbered: true,
    said: [
      ['around 700', '2'],
      ['300 max', '1?'],
      ['money is no object', '3?'],
      ['like 1500', '3'],
    ],
  },
  {
    labels: ['Men', 'Women', 'Kids'],
    numbered: true,
    said: [
      ['my daughter', '3'],
      ['ladies', '2'],
      ['my husband', '1?'],
      ['for a boy, 6', '3?'],
    ],
  },
  {
    labels: ['New booking', 'Change booking', 'Cancel booking', 'Something else'],
    numbered: true,
    said: [
      ['need to move my booking', '2'],
      ['got a question', '4?'],
      ['id like to book', '1'],
      ['scrap my booking', '3?'],
      ['cant come anymore, cancel it', '3'],
    ],
  },
  {
    labels: ['No hot water', 'Leak', 'No heating', 'Blocked drain'],
    numbered: true,
    said: [
      ['freezing in here, radiators are cold', '3'],
      ['water everywhere, pipe burst', '2'],
      ['sink wont drain', '4?'],
      ['shower is ice cold', '1?'],
    ],
  },
  {
    labels: ['Dress', 'Shoes', 'Bag', 'Gift card'],
    numbered: true,
    said: [
      ['a pair of heels', '2?'],
      ['voucher for my sister', '4?'],
      ['handbag', '3?'],
      ['smth to wear to a wedding', '?'],
    ],
  },
  {
    labels: ['Yoga', 'Pilates', 'Spin', 'Boxing'],
    numbered: true,
    said: [
      ['spinning', '3?'],
      ['yoga for beginners', '1'],
      ['cycling one', '3'],
      ['the punching one lol', '4?'],
    ],
  },
  {
    labels: ['Fried', 'Scrambled', 'Poached'],
    numbered: true,
    said: [
      ['scrambled pls', '2'],
      ['sunny side up', '1?'],
      ['poched', '3'],
    ],
  },
  {
    labels: ['Dr. Patel', 'Dr. Lee', 'Nurse'],
    numbered: true,
    said: [
      ['doctor lee', '2'],
      ['the nurse', '3'],
      ['patel thx', '1'],
      ['doesnt matter', '?'],
    ],
  },
  {
    labels: ['None', '1', '2', '3 or more'],
    numbered: true,
    said: [
      ['just hand luggage', '?'],
      ['a couple', '3?'],
      ['no bags', '1?'],
      ['one suitcase', '2?'],
      ['four', '4'],
    ],
  },
  {
    labels: ['Definitely', 'Maybe', 'No'],
    numbered: true,
    said: [
      ['100%', '1?'],
      ['not sure tbh', '2?'],
      ['nah', '3'],
      ['for sure', '1'],
    ],
  },
]
