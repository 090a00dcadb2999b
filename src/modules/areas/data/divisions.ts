/**
 * Regions, sub-regions, employment areas and economic development centres (elinvoimakeskukset) on 1.1.2026: code | name fi | name sv.
 *
 * Source: Statistics Finland, classifications 2026 (CC BY 4.0). Employment areas organise the services since 1.1.2025
 * (Act 380/2023); economic development centres follow the ELY centres since 1.1.2026 (Act 531/2025).
 */
export const regionRows = `
1|Uusimaa|Nyland
2|Varsinais-Suomi|Egentliga Finland
4|Satakunta|Satakunta
5|Kanta-Häme|Egentliga Tavastland
6|Pirkanmaa|Birkaland
7|Päijät-Häme|Päijänne-Tavastland
8|Kymenlaakso|Kymmenedalen
9|Etelä-Karjala|Södra Karelen
10|Etelä-Savo|Södra Savolax
11|Pohjois-Savo|Norra Savolax
12|Pohjois-Karjala|Norra Karelen
13|Keski-Suomi|Mellersta Finland
14|Etelä-Pohjanmaa|Södra Österbotten
15|Pohjanmaa|Österbotten
16|Keski-Pohjanmaa|Mellersta Österbotten
17|Pohjois-Pohjanmaa|Norra Österbotten
18|Kainuu|Kajanaland
19|Lappi|Lappland
21|Ahvenanmaa|Åland
`;

export const subRegionRows = `
11|Helsinki|Helsingfors
14|Raasepori|Raseborg
15|Porvoo|Borgå
16|Loviisa|Lovisa
21|Åboland-Turunmaa|Åboland-Turunmaa
22|Salo|Salo
23|Turku|Åbo
24|Vakka-Suomi|Nystadsregionen
25|Loimaa|Loimaa
41|Rauma|Raumo
43|Pori|Björneborg
44|Pohjois-Satakunta|Norra Satakunta
51|Hämeenlinna|Tavastehus
52|Riihimäki|Riihimäki
53|Forssa|Forssa
61|Luoteis-Pirkanmaa|Nordvästra Birkaland
63|Etelä-Pirkanmaa|Södra Birkaland
64|Tampere|Tammerfors
68|Lounais-Pirkanmaa|Sydvästra Birkaland
69|Ylä-Pirkanmaa|Övre Birkaland
71|Lahti|Lahtis
81|Kouvola|Kouvola
82|Kotka-Hamina|Kotka-Fredrikshamn
91|Lappeenranta|Villmanstrand
93|Imatra|Imatra
101|Mikkeli|S:t Michel
103|Savonlinna|Nyslott
105|Pieksämäki|Pieksämäki
111|Ylä-Savo|Norra Savolax
112|Kuopio|Kuopio
113|Koillis-Savo|Nordöstra Savolax
114|Varkaus|Varkaus
115|Sisä-Savo|Inre Savolax
122|Joensuu|Joensuu
124|Keski-Karjala|Mellersta Karelen
125|Pielisen Karjala|Pielisen Karjala
131|Jyväskylä|Jyväskylä
132|Joutsa|Joutsa
133|Keuruu|Keuru
134|Jämsä|Jämsä
135|Äänekoski|Äänekoski
138|Saarijärvi-Viitasaari|Saarijärvi-Viitasaari
141|Suupohja|Suupohja
142|Seinäjoki|Seinäjoki
144|Kuusiokunnat|Kuusiokunnat
146|Järviseutu|Järviseutu
152|Vaasa|Vasa
153|Sydösterbotten|Sydösterbotten
154|Jakobstadsregionen|Jakobstadsregionen
161|Kaustinen|Kaustby
162|Kokkola|Karleby
171|Oulu|Uleåborg
173|Oulunkaari|Oulunkaari
174|Raahe|Brahestad
175|Haapavesi-Siikalatva|Haapavesi-Siikalatva
176|Nivala-Haapajärvi|Nivala-Haapajärvi
177|Ylivieska|Ylivieska
178|Koillismaa|Koillismaa
181|Kehys-Kainuu|Kehys-Kainuu
182|Kajaani|Kajana
191|Rovaniemi|Rovaniemi
192|Kemi-Tornio|Kemi-Torneå
193|Torniolaakso|Tornedalen
194|Itä-Lappi|Östra Lappland
196|Tunturi-Lappi|Tunturi-Lappi
197|Pohjois-Lappi|Norra Lappland
211|Mariehamns stad|Mariehamns stad
212|Ålands landsbygd|Ålands landsbygd
213|Ålands skärgård|Ålands skärgård
`;

export const employmentAreaRows = `
1|Espoo-Kauniainen|Esbo-Grankulla
2|Etelä-Häme|Södra Tavastland
3|Etelä-Karjala|Södra Karelen
4|Etelä-Kymenlaakso|Södra Kymmenedalen
5|Etelä-Satakunta|Södra Satakunta
6|Eteläinen Keski-Suomi|Södra mellersta Finland
7|Hanko-Inkoo-Raasepori|Hangö-Ingå-Raseborg
8|Helsinki|Helsingfors
9|Jyväskylä-Muurame|Jyväskylä-Muurame
10|Kainuu-Koillismaa|Kajanaland-Nordostlandet
11|Kerava-Sipoo|Kervo-Sibbo
12|Keski-Pohjanmaa|Mellersta Österbotten
13|Keski-Savo|Mellersta Savolax
14|Keski-Uusimaa|Mellersta Nyland
15|Kirkkonummi-Vihti-Siuntio|Kyrkslätt-Vichtis-Sjundeå
16|Kouvola|Kouvola
17|Kuopio|Kuopio
18|Kymppi|Kymppi
19|Lahti|Lahtis
20|Lohja-Karkkila|Lojo-Karkkila
21|Läntinen Pirkanmaa|Västra Birkaland
22|Meri-Lappi|Havslappland
23|Mikkelin seutu|S:t Michel regionen
24|Oulun seutu|Uleåborgregionen
25|Pietarsaaren seutu|Jakobstadsregionen
26|Pohjanmaa|Österbotten
27|Pohjoinen Keski-Suomi|Norra Mellersta Finland
28|Pohjois- ja Itä-Lappi|Norra och Östra Lappland
29|Pohjois-Karjala|Norra Karelen
30|Porvoon seutu|Borgåregionen
31|Päijät-Häme|Päijänne-Tavastland
32|Raahe|Brahestad
33|Rovaseutu|Rovaniemiregionen
34|Salo|Salo
35|Satakunta|Satakunta
36|Savonlinna|Nyslott
37|TyöLakeus|TyöLakeus
38|Suupohja|Suupohja
39|Tampereen seutu|Tammerforsregionen
40|Tunturi-Lappi - Pello|Fjäll-Lappland - Pello
41|Turku|Åbo
42|TyöHäme|TyöHäme
43|Vantaa|Vanda
44|Ylivieska-Kalajoki-Nivala|Ylivieska-Kalajoki-Nivala
45|Ylä-Savo|Övre Savolax
46|Ahvenanmaa|Åland
`;

export const developmentCentreRows = `
1|Uudenmaan elinvoimakeskus|Nylands livskraftscentral
2|Lounais-Suomen elinvoimakeskus|Sydvästra Finlands livskraftscentral
3|Kaakkois-Suomen elinvoimakeskus|Sydöstra Finlands livskraftscentral
4|Sisä-Suomen elinvoimakeskus|Inre Finlands livskraftscentral
5|Keski-Suomen elinvoimakeskus|Mellersta Finlands livskraftscentral
6|Itä-Suomen elinvoimakeskus|Östra Finlands livskraftscentral
7|Etelä-Pohjanmaan elinvoimakeskus|Södra Österbottens livskraftscentral
8|Pohjanmaan elinvoimakeskus|Österbottens livskraftscentral
9|Pohjois-Suomen elinvoimakeskus|Norra Finlands livskraftscentral
10|Lapin elinvoimakeskus|Lapplands livskraftscentral
`;
