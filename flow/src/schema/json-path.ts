/** How the place of something in a JSON body is written: `customer.phones[0].number`. */
export const jsonPath = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\[\d{1,4}\])*$/
