/**
 * Spanish words for passwords that people copy by hand: 4 to 8 letters, no accents and no ñ, so that every keyboard types them alike.
 * 256 words, so each is worth 8 bits.
 */
export const words: readonly string[] = `
abanico abedul abeja abrigo acacia aceite acero aguila alameda alba alcoba alegre aleta alfombra alga almendra alondra altura amapola amarillo ancla
andino anillo antena arado arena armario aroma arpegio arroyo aurora avellana avena azafran azucar bahia balcon balsa bambu bandera barco barrio
batuta bodega bosque brisa bronce brujula buho burbuja cacao cactus calabaza caldero camino campana canasta canela caoba caracol carbon cardo carpeta
carreta cascada castillo cebra cedro centeno cereza chasqui ciervo cigarra cinta ciruela clavel cobre colibri colina cometa concha condor copihue
coral corcho cordel corona corteza cosecha cristal cuaderno cuarzo cuerda cumbre dorado duende durazno encina eneldo enero escudo esfera esmalte
espiga espuma estepa estrella estufa faro feria fiesta flauta florero fogata fresno fuente garza gaviota girasol glaciar granate granito grillo
guitarra hamaca harina helecho herrero hierba higuera hoguera hormiga huella huerta imprenta indigo invierno isla jabalina jacinto jardin jarra jazmin
jilguero junco ladera lagarto laguna lana lapiz laurel lavanda lechuza lenteja libreta lienzo limon linterna lirio llanura lluvia lobo lucero luna
madera maiz malva manzana marea marfil mariposa melodia menta meseta mimbre mirador molino morera mosaico muelle musgo naranja narciso nevado niebla
nogal noria nube nutria oasis ocaso olivo olmo onda orilla orquidea palmera paloma pampa panal papel paraguas pastel pasto patio pera perla pincel
pino pizarra planeta plata playa pluma polen pradera puente puerto quena quilla racimo rama reloj remolino resina rincon roble rocio romero rosal
rueda sabana sauce semilla sendero serrano sierra silbato sirena solar sombra tallo tambor tango tejado telar tierra timbre tinta tomillo torre trebol
trigo trineo tronco tucan
`
  .trim()
  .split(/\s+/)
