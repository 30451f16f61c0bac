/**
 * EPSG v10.076 as PROJ 9.1.1 computes it, made by epsg.generate.py. One record a line, fields split by `|`:
 * `Dn|name of the geographic CRS|ellipsoid and shift to WGS 84`, `An|west,south,east,north in degrees`,
 * `code|name (~ stands for the geographic CRS's)|projection|n of D|n of A|metres off PROJ, where 1 or more`,
 * `code|name|!why it is not supported`, `code|=code of the horizontal part`.
 */
export const epsgTable: string = `
D0|Anguilla 1957|a=6378249.145 rf=293.465 towgs84=0,0,0
D1|Antigua 1943|a=6378249.145 rf=293.465 towgs84=-255,-15,71
D2|Dominica 1945|a=6378249.145 rf=293.465 towgs84=725,685,536
D3|Grenada 1953|a=6378249.145 rf=293.465 towgs84=72,213.7,93
D4|Montserrat 1958|a=6378249.145 rf=293.465 towgs84=174,359,365
D5|St. Kitts 1955|a=6378249.145 rf=293.465 towgs84=9,183,236
D6|St. Lucia 1955|a=6378249.145 rf=293.465 towgs84=-153,153,307
D7|St. Vincent 1945|a=6378249.145 rf=293.465 towgs84=195.671,332.517,274.607
D8|NAD27(CGQ77)|ellps=clrk66 towgs84=0,0,0
D9|NAD27(76)|ellps=clrk66 towgs84=0,0,0
D10|NAD83(CSRS98)|ellps=GRS80 towgs84=-.991,1.9072,.5129,.0257899,.0096501,.0116599,0
D11|Israel 1993|ellps=GRS80 towgs84=23.772,17.49,17.859,-.3132,-1.85274,1.67299,-5.4262
D12|Locodjo 1965|a=6378249.145 rf=293.465 towgs84=0,0,0
D13|Abidjan 1987|a=6378249.145 rf=293.465 towgs84=-124.76,53,466.79
D14|Hanoi 1972|ellps=krass towgs84=0,0,0
D15|Hartebeesthoek94|ellps=WGS84 towgs84=0,0,0
D16|CH1903+|ellps=bessel towgs84=674.374,15.056,405.346
D17|Rassadiran|ellps=intl towgs84=-133.63,-157.5,-158.62
D18|ED50(ED77)|ellps=intl towgs84=-110.33,-97.73,-119.85,.3423,1.1634,.2715,.063
D19|Madrid 1870 (Madrid)|a=6378298.3 rf=294.73 pm=-3.687375 towgs84=0,0,0
D20|Conakry 1905|ellps=clrk80ign towgs84=-23,259,-9
D21|Mount Dillon|a=6378293.64520876 b=6356617.98767984 towgs84=0,0,0
D22|Naparima 1955|ellps=intl towgs84=-.465,372.095,171.736
D23|ELD79|ellps=intl towgs84=-115.8543,-99.0583,-152.4616
D24|Chos Malal 1914|ellps=intl towgs84=15.75,164.93,126.18
D25|Pampa del Castillo|ellps=intl towgs84=-233.43,6.65,173.64
D26|Hito XVIII 1963|ellps=intl towgs84=18.38,192.45,96.82,.056,-.142,-.2,-.0013
D27|NAD27|ellps=clrk66 towgs84=2.478,149.752,197.726,.526,.498,-.501,.685
D28|Carthage|ellps=clrk80ign towgs84=-260.1,5.5,432.2
D29|Yemen NGN96|ellps=WGS84 towgs84=0,0,0
D30|South Yemen|ellps=krass towgs84=-76,-138,67
D31|Hanoi 1972|ellps=krass towgs84=-17.51,-108.32,-62.39
D32|WGS 72BE|ellps=WGS72 towgs84=0,0,1.9,0,0,.814,-.38
D33|Bissau|ellps=intl towgs84=-173,253,27
D34|Korean 1985|ellps=bessel towgs84=-114.6199851,475.9629699,675.0183287,1.162,-2.347,-1.592,6.342
D35|Qatar 1948|ellps=helmert towgs84=0,0,0
D36|GGRS87|ellps=GRS80 towgs84=-199.87,74.79,246.62
D37|Lake|ellps=intl towgs84=0,0,0
D38|NZGD2000|ellps=GRS80 towgs84=0,0,0
D39|Accra|a=6378300 rf=296 towgs84=-170,33,326
D40|Accra|a=6378300 rf=296 towgs84=-171.16,17.29,325.21,0,0,.814,-.38
D41|RGF93 v1|ellps=GRS80 towgs84=0,0,0
D42|American Samoa 1962|ellps=clrk66 towgs84=0,0,0
D43|NAD83(HARN)|ellps=GRS80 towgs84=0,0,0
D44|IRENET95|ellps=GRS80 towgs84=0,0,0
D45|Sierra Leone 1924|a=6378300 rf=296 towgs84=0,0,0
D46|Sierra Leone 1968|a=6378249.145 rf=293.465 towgs84=-88,4,101
D47|Unspecified datum based upon the Clarke 1866 Authalic Sphere|ellps=sphere towgs84=0,0,0
D48|Abidjan 1987|a=6378249.145 rf=293.465 towgs84=-123.1,53.2,465.4
D49|Pulkovo 1942(83)|ellps=krass towgs84=24,-123,-94,.02,-.25,-.13,1.1
D50|LUREF|ellps=intl towgs84=-189.6796599,18.3472921,-42.7690886,-.33746,-3.09264,2.53861,.4598
D51|MGI|ellps=bessel towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232
D52|Pulkovo 1942(58)|ellps=krass towgs84=33.4,-146.6,-76.3,-.359,-.053,.844,-.84
D53|ETRF2000-PL|ellps=GRS80 towgs84=0,0,0
D54|Azores Occidental 1939|ellps=intl towgs84=-422.651,-172.995,84.02
D55|Azores Central 1948|ellps=intl towgs84=-104,167,-38
D56|Azores Oriental 1940|ellps=intl towgs84=-203,141,53
D57|Madeira 1936|ellps=intl towgs84=0,0,0
D58|ED50|ellps=intl towgs84=-84,-97,-117
D59|ETRS89|ellps=GRS80 towgs84=0,0,0
D60|Albanian 1987|ellps=krass towgs84=-44.183,-.58,-38.489,2.3867,2.7072,-3.5196,-8.2703
D61|ATS77|a=6378135 rf=298.257 towgs84=0,0,0
D62|REGVEN|ellps=GRS80 towgs84=0,0,0
D63|NAD27|ellps=clrk66 towgs84=-8,160,176
D64|NAD83|ellps=GRS80 towgs84=0,0,0
D65|ED50|ellps=intl towgs84=-84.1,-101.8,-129.7,0,0,.468,1.05
D66|Douala 1948|ellps=intl towgs84=-206.1,-174.7,-87.7
D67|Manoca 1962|ellps=clrk80ign towgs84=-70.9,-151.8,-41.4
D68|Qornoq 1927|ellps=intl towgs84=163.511,127.533,-159.789,0,0,.814,-.6
D69|Batavia|ellps=bessel towgs84=-378.873,676.002,-46.255
D70|WGS 84|datum=WGS84
D71|Garoua|a=6378249.145 rf=293.465 towgs84=-56.0993165,-167.8001576,14.999995,0,0,.814,-.38
D72|Kousseri|a=6378249.145 rf=293.465 towgs84=-104.3994213,-136.6003601,203.0999235,0,0,.814,-.38
D73|Trinidad 1903|a=6378293.64520876 b=6356617.98767984 towgs84=-61.702,284.488,472.052
D74|Campo Inchauspe|ellps=intl towgs84=-148,136,90
D75|PSAD56|ellps=intl towgs84=-197.432793,139.3852023,-192.8019339,5.266,1.238,-2.381,-5.109
D76|Ain el Abd|ellps=intl towgs84=-143,-236,7
D77|Hong Kong 1980|ellps=intl towgs84=-162.619,-276.959,-161.764,.067753,-2.243648,-1.158828,-1.094246
D78|Xian 1980|ellps=IAU76 towgs84=0,0,0
D79|KKJ|ellps=intl towgs84=-96.062,-82.428,-121.753,4.801,.345,-1.376,1.496
D80|Pulkovo 1942(83)|ellps=krass towgs84=26,-121,-78
D81|RT90|ellps=bessel towgs84=414.1,41.3,603.1,-.855,2.141,-7.023,0
D82|Beijing 1954|ellps=krass towgs84=0,0,0
D83|Beijing 1954|ellps=krass towgs84=15.8,-154.4,-82.3
D84|Beijing 1954|ellps=krass towgs84=12.646,-155.176,-80.863
D85|Beijing 1954|ellps=krass towgs84=31.4,-144.3,-74.8,0,0,.814,-.38
D86|Beijing 1954|ellps=krass towgs84=15.53,-113.82,-41.38,0,0,.814,-.38
D87|JGD2000|ellps=GRS80 towgs84=0,0,0
D88|Pulkovo 1995|ellps=krass towgs84=24.47,-130.89,-81.56,0,0,.13,-.22
D89|Pulkovo 1942|ellps=krass towgs84=0,0,0
D90|Pulkovo 1942|ellps=krass towgs84=23.57,-140.95,-79.8,0,.35,.79,-.22
D91|Samboja|ellps=bessel towgs84=0,0,0
D92|LKS94|ellps=GRS80 towgs84=0,0,0
D93|Tete|ellps=clrk66 towgs84=-73.472,-51.66,-112.482,.953,4.6,-2.368,.586
D94|Tete|ellps=clrk66 towgs84=219.315,168.975,-166.145,.198,5.926,-2.356,-57.104
D95|NAD83(HARN)|ellps=GRS80 towgs84=-.991,1.9072,.5129,.0257899,.0096501,.0116599,0
D96|Beduaram|ellps=clrk80ign towgs84=-106,-87,188
D97|QND95|ellps=intl towgs84=-119.4248,-303.65872,-11.00061,1.164298,.174458,1.096259,3.657065
D98|Segara|ellps=bessel towgs84=-404.78,685.68,45.47
D99|Segara (Jakarta)|ellps=bessel pm=jakarta towgs84=-403,684,41
D100|Pulkovo 1942|ellps=krass towgs84=25,-141,-78.5,0,.35,.736,0
D101|Pulkovo 1942|ellps=krass towgs84=43.822,-108.842,-119.585,1.455,-.761,.737,.549
D102|Porto Santo|ellps=intl towgs84=-499,-249,314
D103|Selvagem Grande|ellps=intl towgs84=-289,-124,60
D104|NAD83(CSRS)|ellps=GRS80 towgs84=-.991,1.9072,.5129,.0257899,.0096501,.0116599,0
D105|NAD27|ellps=clrk66 towgs84=-5,135,172
D106|Fort Marigot|ellps=intl towgs84=137,248,-430
D107|Guadeloupe 1948|ellps=intl towgs84=-472.29,-5.63,-304.12,.4362,-.8374,.2563,1.8984
D108|CSG67|ellps=intl towgs84=-186,230,110
D109|RGFG95|ellps=GRS80 towgs84=0,0,0
D110|Martinique 1938|ellps=intl towgs84=126.93,547.94,130.41,-2.7867,5.1612,-.8584,13.8227
D111|RGR92|ellps=GRS80 towgs84=0,0,0
D112|Tahiti 52|ellps=intl towgs84=162,117,154
D113|Tahaa 54|ellps=intl towgs84=72.51,345.411,79.241,-1.5862,-.8826,-.5495,1.3653
D114|IGN72 Nuku Hiva|ellps=intl towgs84=84,274,65
D115|K0 1949|ellps=intl towgs84=0,0,0
D116|Combani 1950|ellps=intl towgs84=-382,-59,-262
D117|IGN56 Lifou|ellps=intl towgs84=335.47,222.58,-230.94
D118|IGN72 Grand Terre|ellps=intl towgs84=-11.64,-348.6,291.98
D119|ST87 Ouvea|ellps=intl towgs84=0,0,0
D120|RGNC 1991|ellps=intl towgs84=0,0,0
D121|Saint Pierre et Miquelon 1950|ellps=clrk66 towgs84=11.363,424.148,373.13
D122|MOP78|ellps=intl towgs84=253,-132,-127
D123|RRAF 1991|ellps=WGS84 towgs84=0,0,0
D124|Reunion 1947|ellps=intl towgs84=94,-948,-1262
D125|IGN53 Mare|ellps=intl towgs84=287.58,177.78,-135.41
D126|ST84 Ile des Pins|ellps=intl towgs84=-13,-348,292
D127|ST71 Belep|ellps=intl towgs84=-480.26,-438.32,-643.429,16.3119,20.1721,-4.0349,-111.7002
D128|NEA74 Noumea|ellps=intl towgs84=-10.18,-350.43,291.37
D129|Grand Comoros|ellps=intl towgs84=-963,510,-359
D130|Segara|ellps=bessel towgs84=-403,684,41
D131|Batavia|ellps=bessel towgs84=-377,681,-50
D132|Makassar|ellps=bessel towgs84=-587.8,519.75,145.76
D133|Monte Mario|ellps=intl towgs84=-104.1,-49.1,-9.9,.971,-2.917,.714,-11.68
D134|SWEREF99|ellps=GRS80 towgs84=0,0,0
D135|RT38|ellps=bessel towgs84=0,0,0
D136|Moznet|ellps=WGS84 towgs84=0,0,0
D137|Hjorsey 1955|ellps=intl towgs84=-73,47,-83
D138|ISN93|ellps=GRS80 towgs84=0,0,0
D139|Helle 1954|ellps=intl towgs84=982.6087,552.753,-540.873,6.6816266,-31.6114924,-19.848161,16.805
D140|LKS92|ellps=GRS80 towgs84=0,0,0
D141|IGN72 Grande Terre|ellps=intl towgs84=-11.64,-348.6,291.98
D142|Porto Santo 1995|ellps=intl towgs84=-210.502,-66.902,-48.476,2.094,-15.067,-5.817,.485
D143|Azores Oriental 1995|ellps=intl towgs84=-208.719,129.685,52.092,-.195,-.014,.327,.198
D144|Azores Central 1995|ellps=intl towgs84=-103.088,162.481,-28.276,.167,.082,.168,-1.504
D145|IGM95|ellps=GRS80 towgs84=0,0,0
D146|ED50|ellps=intl towgs84=-112,-110.3,-140.2
D147|DHDN|ellps=bessel towgs84=598.1,73.7,418.2,.202,.045,-2.455,6.7
D148|NAD27|ellps=clrk66 towgs84=-8,159,175
D149|Tokyo|ellps=bessel towgs84=-146.414,507.337,680.507
D150|American Samoa 1962|ellps=clrk66 towgs84=-115,118,426
D151|Mauritania 1999|a=6378249.145 rf=293.465 towgs84=0,0,0
D152|Gulshan 303|ellps=evrst30 towgs84=283.729,735.942,261.143
D153|GDA94|ellps=GRS80 towgs84=0,0,0
D154|AGD66|ellps=aust_SA towgs84=-119.353,-48.301,139.484,.415,.26,.437,-.613
D155|MAGNA-SIRGAS|ellps=GRS80 towgs84=0,0,0
D156|PRS92|ellps=clrk66 towgs84=-127.62,-67.24,-47.04,-3.068,4.903,1.578,-1.06
D157|Vanua Levu 1915|a=6378306.3696 b=6356571.996 towgs84=51,391,-36
D158|Viti Levu 1912|a=6378306.3696 b=6356571.996 towgs84=98,390,-22
D159|Fiji 1956|ellps=intl towgs84=265.025,384.929,-194.046
D160|Fiji 1986|ellps=WGS72 towgs84=0,0,4.5,0,0,.554,.2263
D161|Indian 1960|ellps=evrst30 towgs84=198,881,317
D162|RGNC91-93|ellps=GRS80 towgs84=0,0,0
D163|ST87 Ouvea|ellps=WGS84 towgs84=-56.263,16.136,-22.856
D164|Kertau (RSO)|ellps=evrst69 towgs84=-11,851,5
D165|Indian 1960|ellps=evrst30 towgs84=198.9962503,931.0004315,318.8998795,0,0,.814,-.38
D166|LGD2006|ellps=intl towgs84=-208.4058,-109.8777,-2.5764
D167|GR96|ellps=GRS80 towgs84=0,0,0
D168|FD58|a=6378249.145 rf=293.465 towgs84=-241.54,-163.64,396.06
D169|RGPF|ellps=GRS80 towgs84=.072,-.507,-.245,.0183,-.0003,.007,-.0093
D170|EST92|ellps=GRS80 towgs84=.055,-.541,-.185,.0183,-.0003,-.007,-.014
D171|EST97|ellps=GRS80 towgs84=0,0,0
D172|IGN63 Hiva Oa|ellps=intl towgs84=410.793,54.542,80.501,-2.5596,-2.3517,-.6594,17.3218
D173|Fatu Iva 72|ellps=intl towgs84=347.175,1077.618,2623.677,33.9058,-70.6776,9.4013,186.0647
D174|Tahiti 79|ellps=intl towgs84=221.597,152.441,176.523,2.403,1.3893,.884,11.4648
D175|Moorea 87|ellps=intl towgs84=218.769,150.75,176.75,3.5231,2.0037,1.288,10.9817
D176|Maupiti 83|ellps=intl towgs84=217.109,86.452,23.711,.0183,-.0003,.007,-.0093
D177|Nakhl-e Ghanem|ellps=WGS84 towgs84=0,0,0
D178|Katanga 1955|ellps=clrk66 towgs84=0,0,0
D179|Kasai 1953|a=6378249.145 rf=293.465 towgs84=0,0,0
D180|IGC 1962 6th Parallel South|a=6378249.145 rf=293.465 towgs84=0,0,0
D181|Pulkovo 1942(58)|ellps=krass towgs84=23,-124,-82
D182|Pulkovo 1942(58)|ellps=krass towgs84=2.329,-147.042,-92.08,-.309,.325,.497,5.69
D183|IGN 1962 Kerguelen|ellps=intl towgs84=145,-187,103
D184|Le Pouce 1934|a=6378249.145 rf=293.465 towgs84=-770.1,158.4,-498.2
D185|IGCB 1955|a=6378249.145 rf=293.465 towgs84=-79.9,-158,-168.9
D186|Mauritania 1999|ellps=GRS80 towgs84=0,0,0
D187|Mhast (onshore)|ellps=intl towgs84=0,0,0
D188|Mhast (offshore)|ellps=intl towgs84=-254.9997887,-29.0009953,-103.0999601,0,0,.814,-.38
D189|Egypt Gulf of Suez S-650 TL|ellps=helmert towgs84=-146.21,112.63,4.05
D190|GCGD59|ellps=clrk66 towgs84=-179.483,-69.379,-27.584,-7.862,8.163,6.042,-13.925
D191|SIGD61|ellps=clrk66 towgs84=8.853,-52.644,180.304,-.393,-2.323,2.96,-24.081
D192|Hong Kong 1963|a=6378293.64520876 b=6356617.98767984 towgs84=0,0,0
D193|IGN Astro 1960|a=6378249.145 rf=293.465 towgs84=0,0,0
D194|NAD27|ellps=clrk66 towgs84=2,204,105
D195|FD54|ellps=intl towgs84=-242.8303121,-263.2100873,-36.7098963,0,0,-.156,1.2
D196|GDM2000|ellps=GRS80 towgs84=0,0,0
D197|Karbala 1979|a=6378249.145 rf=293.465 towgs84=70.995,-335.916,262.898
D198|Nahrwan 1934|a=6378249.145 rf=293.465 towgs84=-242.2,-144.9,370.3
D199|PD/83|ellps=bessel towgs84=0,0,0
D200|RD/83|ellps=bessel towgs84=0,0,0
D201|VN-2000|ellps=WGS84 towgs84=-191.9044143,-39.3031828,-111.4503284,.0092884,-.0197548,.0042737,.2529063
D202|Unspecified datum based upon the International 1924 Authalic Sphere|R=6371228 towgs84=0,0,0
D203|Unspecified datum based upon the Hughes 1980 ellipsoid|a=6378273 b=6356889.449 towgs84=0,0,0
D204|SVY21|ellps=WGS84 towgs84=0,0,0
D205|PSD93|a=6378249.145 rf=293.465 towgs84=-180.624,-225.516,173.919,-.81,-1.898,8.336,16.71006
D206|JAD2001|ellps=WGS84 towgs84=0,0,0
D207|Dabola 1981|ellps=clrk80ign towgs84=-83,37,124
D208|NAD83(NSRS2007)|ellps=GRS80 towgs84=0,0,0
D209|Old Hawaiian|ellps=clrk66 towgs84=61,-285,-181
D210|Old Hawaiian|ellps=clrk66 towgs84=58,-283,-182
D211|Old Hawaiian|ellps=clrk66 towgs84=45,-290,-172
D212|NAD83|ellps=GRS80 towgs84=1,1,-1
D213|HTRS96|ellps=GRS80 towgs84=0,0,0
D214|Bermuda 1957|ellps=clrk66 towgs84=-292.295,248.758,429.447,4.9971,2.99,6.6906,1.0289
D215|BDA2000|ellps=WGS84 towgs84=0,0,0
D216|NAD27|ellps=clrk66 towgs84=4,159,188
D217|Pitcairn 2006|ellps=WGS84 towgs84=0,0,0
D218|Pitcairn 1967|ellps=intl towgs84=185,165,42
D219|Popular Visualisation CRS|a=6378137 b=6378137 nadgrids=@null
D220|Unspecified datum based upon the GRS 1980 Authalic Sphere|R=6371007 towgs84=0,0,0
D221|Slovenia 1996|ellps=GRS80 towgs84=0,0,0
D222|HD1909|ellps=bessel towgs84=595.48,121.69,515.35,4.115,-2.9383,.853,-3.408
D223|TWD67|ellps=aust_SA towgs84=0,0,0
D224|TWD97|ellps=GRS80 towgs84=0,0,0
D225|Hu Tzu Shan 1950|ellps=intl towgs84=-637,-549,-203
D226|Pulkovo 1942(58)|ellps=krass towgs84=0,0,0
D227|Pulkovo 1942(83)|ellps=krass towgs84=28,-121,-77
D228|RSRGD2000|ellps=GRS80 towgs84=0,0,0
D229|WGS 84|a=6378137 b=6378137 nadgrids=@null
D230|IGRS|ellps=GRS80 towgs84=0,0,0
D231|ED50|ellps=intl towgs84=-103,-106,-141
D232|MGI 1901|ellps=bessel towgs84=551.7,162.9,467.9,6.04,1.96,-11.38,-4.82
D233|MGI 1901|ellps=bessel towgs84=577.84843,165.45019,390.43652,4.93131,-.96052,-13.05072,7.86546
D234|MGI 1901|ellps=bessel towgs84=476.08,125.947,417.81,4.610862,2.388137,-11.942335,9.896638
D235|Puerto Rico|ellps=clrk66 towgs84=11,72,-101
D236|Katanga 1955|ellps=clrk66 towgs84=-85.9999143,-236.8909979,-296.5104163,3.976,.002,6.203,12.315
D237|Unknown datum based upon the Airy 1830 ellipsoid|ellps=airy towgs84=0,0,0
D238|Unknown datum based upon the Airy Modified 1849 ellipsoid|a=6377340.189 rf=299.3249646 towgs84=0,0,0
D239|Unknown datum based upon the Australian National Spheroid|ellps=aust_SA towgs84=0,0,0
D240|Unknown datum based upon the Bessel 1841 ellipsoid|ellps=bessel towgs84=0,0,0
D241|Unknown datum based upon the Bessel Modified ellipsoid|a=6377492.018 rf=299.1528128 towgs84=0,0,0
D242|Unknown datum based upon the Bessel Namibia ellipsoid|ellps=bess_nam towgs84=0,0,0
D243|Unknown datum based upon the Clarke 1858 ellipsoid|a=6378293.64520876 b=6356617.98767984 towgs84=0,0,0
D244|Unknown datum based upon the Clarke 1866 ellipsoid|ellps=clrk66 towgs84=0,0,0
D245|Unknown datum based upon the Clarke 1866 Michigan ellipsoid|a=6378450.0475489 b=6356826.62148844 towgs84=0,0,0
D246|Unknown datum based upon the Clarke 1880 (Benoit) ellipsoid|a=6378300.789 b=6356566.435 towgs84=0,0,0
D247|Unknown datum based upon the Clarke 1880 (IGN) ellipsoid|ellps=clrk80ign towgs84=0,0,0
D248|Unknown datum based upon the Clarke 1880 (RGS) ellipsoid|a=6378249.145 rf=293.465 towgs84=0,0,0
D249|Unknown datum based upon the Clarke 1880 (Arc) ellipsoid|a=6378249.145 rf=293.4663077 towgs84=0,0,0
D250|Unknown datum based upon the Clarke 1880 (SGA 1922) ellipsoid|a=6378249.2 rf=293.46598 towgs84=0,0,0
D251|Unknown datum based upon the Everest 1830 (1937 Adjustment) ellipsoid|ellps=evrst30 towgs84=0,0,0
D252|Unknown datum based upon the Everest 1830 (1967 Definition) ellipsoid|ellps=evrstSS towgs84=0,0,0
D253|Unknown datum based upon the Everest 1830 Modified ellipsoid|ellps=evrst48 towgs84=0,0,0
D254|Unknown datum based upon the GRS 1980 ellipsoid|ellps=GRS80 towgs84=0,0,0
D255|Unknown datum based upon the Helmert 1906 ellipsoid|ellps=helmert towgs84=0,0,0
D256|Unknown datum based upon the Indonesian National Spheroid|a=6378160 rf=298.247 towgs84=0,0,0
D257|Unknown datum based upon the International 1924 ellipsoid|ellps=intl towgs84=0,0,0
D258|MOLDREF99|ellps=GRS80 towgs84=0,0,0
D259|Unknown datum based upon the Krassowsky 1940 ellipsoid|ellps=krass towgs84=0,0,0
D260|Unknown datum based upon the NWL 9D ellipsoid|ellps=NWL9D towgs84=0,0,0
D261|Unknown datum based upon the Plessis 1817 ellipsoid|a=6376523 rf=308.64 towgs84=0,0,0
D262|Unknown datum based upon the Struve 1860 ellipsoid|a=6378298.3 rf=294.73 towgs84=0,0,0
D263|Unknown datum based upon the War Office ellipsoid|a=6378300 rf=296 towgs84=0,0,0
D264|Unknown datum based upon the WGS 84 ellipsoid|ellps=WGS84 towgs84=0,0,0
D265|Unknown datum based upon the GEM 10C ellipsoid|ellps=WGS84 towgs84=0,0,0
D266|Unknown datum based upon the OSU86F ellipsoid|a=6378136.2 rf=298.257223563 towgs84=0,0,0
D267|Unknown datum based upon the OSU91A ellipsoid|a=6378136.3 rf=298.257223563 towgs84=0,0,0
D268|Unknown datum based upon the Clarke 1880 ellipsoid|a=6378249.14480801 b=6356514.96620413 towgs84=0,0,0
D269|Unknown datum based upon the Authalic Sphere|R=6371000 towgs84=0,0,0
D270|Unknown datum based upon the GRS 1967 ellipsoid|ellps=GRS67 towgs84=0,0,0
D271|Unknown datum based upon the Average Terrestrial System 1977 ellipsoid|a=6378135 rf=298.257 towgs84=0,0,0
D272|Unknown datum based upon the Everest (1830 Definition) ellipsoid|a=6377299.36559538 b=6356098.35900516 towgs84=0,0,0
D273|Unknown datum based upon the WGS 72 ellipsoid|ellps=WGS72 towgs84=0,0,0
D274|Unknown datum based upon the Everest 1830 (1962 Definition) ellipsoid|a=6377301.243 rf=300.8017255 towgs84=0,0,0
D275|Unknown datum based upon the Everest 1830 (1975 Definition) ellipsoid|a=6377299.151 rf=300.8017255 towgs84=0,0,0
D276|RGRDC 2005|ellps=GRS80 towgs84=0,0,0
D277|Popular Visualisation CRS|R=6378137 towgs84=0,0,0
D278|Chua|ellps=intl towgs84=-144.35,242.88,-33.2
D279|SREF98|ellps=GRS80 towgs84=0,0,0
D280|REGCAN95|ellps=GRS80 towgs84=0,0,0
D281|Greek|ellps=bessel towgs84=0,0,0
D282|LKS94 (ETRS89)|ellps=GRS80 towgs84=0,0,0
D283|Madzansua|ellps=clrk66 towgs84=0,0,0
D284|Observatario|ellps=clrk66 towgs84=-132,-110,-335
D285|St. Lawrence Island|ellps=clrk66 towgs84=0,0,0
D286|St. Paul Island|ellps=clrk66 towgs84=0,0,0
D287|St. George Island|ellps=clrk66 towgs84=0,0,0
D288|Kalianpur 1937|ellps=evrst30 towgs84=0,0,0
D289|Kalianpur 1962|a=6377301.243 rf=300.8017255 towgs84=283,682,231
D290|Kalianpur 1975|a=6377299.151 rf=300.8017255 towgs84=295,736,257
D291|CH1903|ellps=bessel towgs84=674.374,15.056,405.346
D292|CHTRS95|ellps=GRS80 towgs84=0,0,0
D293|S-JTSK|ellps=bessel towgs84=572.213,85.334,461.94,4.9732,1.529,5.2484,3.5378
D294|Korean 1995|ellps=WGS84 towgs84=0,0,0
D295|SIRGAS 1995|ellps=GRS80 towgs84=0,0,0
D296|POSGAR|ellps=GRS80 towgs84=0,0,0
D297|Australian Antarctic|ellps=GRS80 towgs84=0,0,0
D298|OSNI 1952|ellps=airy towgs84=482.5,-130.6,564.6,-1.042,-.214,-.631,8.15
D299|POSGAR 98|ellps=GRS80 towgs84=0,0,0
D300|Scoresbysund 1952|ellps=intl towgs84=105,326,-102.5,0,0,.814,-.6
D301|Ammassalik 1958|ellps=intl towgs84=-45,417,-3.5,0,0,.814,-.6
D302|Egypt 1930|ellps=intl towgs84=0,0,0
D303|Adindan|a=6378249.145 rf=293.465 towgs84=-161,-14,205
D304|AGD66|ellps=aust_SA towgs84=-117.808,-51.536,137.784,.303,.446,.234,-.29
D305|AGD84|ellps=aust_SA towgs84=-117.763,-51.51,139.061,.292,.443,.277,-.191
D306|Afgooye|ellps=krass towgs84=-43,-163,45
D307|Agadez|ellps=clrk80ign towgs84=0,0,0
D308|Lisbon|ellps=intl towgs84=-288.885,-91.744,126.244,-1.691,.41,-.211,-4.598
D309|Aratu|ellps=intl towgs84=-151.99,287.04,-147.45
D310|Arc 1950|a=6378249.145 rf=293.4663077 towgs84=-147,-74,-283
D311|Arc 1960|a=6378249.145 rf=293.465 towgs84=-175,-23,-303
D312|Barbados 1938|a=6378249.145 rf=293.465 towgs84=31.95,300.99,419.19
D313|BD50|ellps=intl towgs84=0,0,0
D314|Bogota 1975|ellps=intl towgs84=221.899,274.136,-397.554,-2.8084459,.4485086,2.8101723,-2.199943
D315|Bukit Rimpah|ellps=bessel towgs84=-384,664,-48
D316|Camacupa 1948|a=6378249.145 rf=293.465 towgs84=0,0,0
D317|Cape|a=6378249.145 rf=293.4663077 towgs84=-136,-108,-292
D318|Carthage|ellps=clrk80ign towgs84=-263,6,431
D319|Chua|ellps=intl towgs84=-134,229,-29
D320|Corrego Alegre 1970-72|ellps=intl towgs84=-206.05,168.28,-3.82
D321|Cote d'Ivoire|ellps=clrk80ign towgs84=0,0,0
D322|Deir ez Zor|ellps=clrk80ign towgs84=-190.421,8.532,238.69
D323|Douala|ellps=clrk80ign towgs84=0,0,0
D324|Egypt 1907|ellps=helmert towgs84=-78.9778834,-50.7953015,-1.4921914,-1.603747,.153612,5.364408,5.33745
D325|ED50|ellps=intl towgs84=-89.5,-93.8,-123.1,0,0,-.156,1.2
D326|ED87|ellps=intl towgs84=-83.11,-97.38,-117.22,.0056929,-.0446976,.0442851,.1218
D327|Fahud|a=6378249.145 rf=293.465 towgs84=-345,3,223
D328|Gandajika 1970|ellps=intl towgs84=0,0,0
D329|Garoua|ellps=clrk80ign towgs84=0,0,0
D330|Guyane Francaise|ellps=intl towgs84=0,0,0
D331|HD72|ellps=GRS67 towgs84=52.17,-71.82,-14.9
D332|ID74|a=6378160 rf=298.247 towgs84=-1.977,-13.06,-9.993,.364,.254,.689,-1.037
D333|Indian 1954|ellps=evrst30 towgs84=217,823,299
D334|Indian 1975|ellps=evrst30 towgs84=293,836,318,.5,1.6,-2.8,2.1
D335|Jamaica 1875|a=6378249.14480801 b=6356514.96620413 towgs84=0,0,0
D336|JAD69|ellps=clrk66 towgs84=-33.722,153.789,94.959,-8.581,-4.478,4.54,8.95
D337|Kalianpur 1880|a=6377299.36559538 b=6356098.35900516 towgs84=0,0,0
D338|Kandawala|ellps=evrst30 towgs84=-97,787,86
D339|Kertau 1968|ellps=evrst48 towgs84=-11,851,5
D340|KOC|a=6378249.145 rf=293.465 towgs84=-294.7,-200.1,525.5
D341|La Canoa|ellps=intl towgs84=-197.432793,139.3852023,-192.8019339,5.266,1.238,-2.381,-5.109
D342|PSAD56|ellps=intl towgs84=-288,175,-376
D343|Leigon|a=6378249.145 rf=293.465 towgs84=-130,29,364
D344|Liberia 1964|a=6378249.145 rf=293.465 towgs84=-90,40,88
D345|Lome|ellps=clrk80ign towgs84=0,0,0
D346|Luzon 1911|ellps=clrk66 towgs84=-133,-77,-51
D347|Hito XVIII 1963|ellps=intl towgs84=16,196,93
D348|Herat North|ellps=intl towgs84=-333,-222,114
D349|Mahe 1971|a=6378249.145 rf=293.465 towgs84=41,-220,-134
D350|Malongo 1987|ellps=intl towgs84=-254.1,-5.36,-100.29
D351|Manoca|a=6378249.145 rf=293.465 towgs84=0,0,0
D352|Merchich|ellps=clrk80ign towgs84=31,146,47
D353|Massawa|ellps=bessel towgs84=639,405,60
D354|Minna|a=6378249.145 rf=293.465 towgs84=-92,-93,122
D355|Mhast|ellps=intl towgs84=0,0,0
D356|M'poraloko|ellps=clrk80ign towgs84=-80.7,-132.5,41.1
D357|NAD27 Michigan|a=6378450.0475489 b=6356826.62148844 towgs84=0,0,0
D358|Nahrwan 1967|a=6378249.145 rf=293.465 towgs84=-253.4392,-148.452,386.5267,.15605,.43,-.1013,-.0424
D359|Naparima 1972|ellps=intl towgs84=-2,374,172
D360|NZGD49|ellps=intl towgs84=59.47,-5.04,187.44,.47,-.1,1.024,-4.5993
D361|NGO 1948|a=6377492.018 rf=299.1528128 towgs84=278.3,93,474.5,7.889,.05,-6.61,6.21
D362|Datum 73|ellps=intl towgs84=-239.749,88.181,30.488,.263,.082,1.211,2.229
D363|NTF|ellps=clrk80ign towgs84=-168,-60,320
D364|NSWC 9Z-2|ellps=NWL9D towgs84=0,0,0
D365|OSGB36|ellps=airy towgs84=446.448,-125.157,542.06,.15,.247,.842,-20.489
D366|OSGB70|ellps=airy towgs84=0,0,0
D367|OS(SN)80|ellps=airy towgs84=0,0,0
D368|Padang|ellps=bessel towgs84=0,0,0
D369|Palestine 1923|a=6378300.789 b=6356566.435 towgs84=-275.7224,94.7824,340.8944,-8.001,-4.42,-11.821,1
D370|Pointe Noire|ellps=clrk80ign towgs84=-148,51,-291
D371|Qatar 1974|ellps=intl towgs84=-128.16,-282.42,21.93
D372|Qornoq|ellps=intl towgs84=0,0,0
D373|Loma Quintana|ellps=intl towgs84=0,0,0
D374|Amersfoort|ellps=bessel towgs84=565.4171,50.3319,465.5524,-.3989574,.3439878,-1.8774016,4.0725
D375|SAD69|ellps=GRS67 towgs84=0,0,0
D376|Sapper Hill 1943|ellps=intl towgs84=-355,21,72
D377|Schwarzeck|ellps=bess_nam towgs84=616,97,-251
D378|Segora|ellps=bessel towgs84=0,0,0
D379|Serindung|ellps=bessel towgs84=0,0,0
D380|Tananarive|ellps=intl towgs84=-198.383,-240.517,-107.909
D381|Timbalai 1948|ellps=evrstSS towgs84=-679,669,-48
D382|TM65|a=6377340.189 rf=299.3249646 towgs84=482.5,-130.6,564.6,-1.042,-.214,-.631,8.15
D383|TM75|a=6377340.189 rf=299.3249646 towgs84=482.5,-130.6,564.6,-1.042,-.214,-.631,8.15
D384|TC(1948)|ellps=helmert towgs84=0,0,0
D385|Voirol 1875|ellps=clrk80ign towgs84=-73,-247,227
D386|Bern 1938|ellps=bessel towgs84=0,0,0
D387|Nord Sahara 1959|a=6378249.145 rf=293.465 towgs84=-209.3622,-87.8162,404.6198,.0046,3.4784,.5805,-1.4547
D388|Yacare|ellps=intl towgs84=-124.45,183.74,44.64,-.4384,.5446,-.9706,-2.1365
D389|Yoff|ellps=clrk80ign towgs84=-30,190,89
D390|Zanderij|ellps=intl towgs84=-265,120,-358
D391|BD72|ellps=intl towgs84=-106.8686,52.2978,-103.7239,.3366,-.457,1.8422,-1.2747
D392|Dealul Piscului 1930|ellps=intl towgs84=103.25,-100.4,-307.19
D393|Dealul Piscului 1970|ellps=krass towgs84=0,0,0
D394|NGN|ellps=WGS84 towgs84=-3.2,-5.7,2.8
D395|KUDAMS|ellps=GRS80 towgs84=226.702,-193.337,-35.371,-2.229,-4.391,9.238,.9798
D396|WGS 72|ellps=WGS72 towgs84=0,0,4.5,0,0,.554,.219
D397|NAD27|ellps=clrk66 towgs84=-2,152,149
D398|NAD27|ellps=clrk66 towgs84=-10,158,187
D399|RGSPM06|ellps=GRS80 towgs84=0,0,0
D400|RGM04|ellps=GRS80 towgs84=0,0,0
D401|Cadastre 1997|ellps=intl towgs84=-381.788,-57.501,-256.673
D402|Mexico ITRF92|ellps=GRS80 towgs84=0,0,0
D403|China Geodetic Coordinate System 2000|ellps=GRS80 towgs84=0,0,0
D404|New Beijing|ellps=krass towgs84=0,0,0
D405|RRAF 1991|ellps=GRS80 towgs84=0,0,0
D406|SAD69|ellps=aust_SA towgs84=-67.35,3.88,-38.22
D407|Point 58|a=6378249.145 rf=293.465 towgs84=-106,-129,165
D408|Petrels 1972|ellps=intl towgs84=365,194,166
D409|Perroud 1950|ellps=intl towgs84=325,154,172
D410|Reykjavik 1900|a=6377019.27 rf=300 towgs84=-28,199,5
D411|Lisbon 1890|ellps=bessel towgs84=631.392,-66.551,481.442,1.09,-4.445,-4.487,-4.43
D412|IKBD-92|ellps=WGS84 towgs84=0,0,0
D413|ED79|ellps=intl towgs84=-86,-98,-119
D414|Voirol 1879|ellps=clrk80ign towgs84=0,0,0
D415|Chatham Islands 1971|ellps=intl towgs84=175,-38,113
D416|Chatham Islands 1979|ellps=intl towgs84=174.05,-25.49,112.57,0,0,.554,.2263
D417|SIRGAS 2000|ellps=GRS80 towgs84=0,0,0
D418|Guam 1963|ellps=clrk66 towgs84=0,0,0
D419|Vientiane 1982|ellps=krass towgs84=42.358,-124.688,-37.366
D420|Lao 1993|ellps=krass towgs84=43.933,-129.593,-39.331
D421|Lao 1997|ellps=krass towgs84=44.585,-131.212,-39.544
D422|Jouik 1961|a=6378249.145 rf=293.465 towgs84=-80.01,253.26,291.19
D423|Nouakchott 1965|a=6378249.145 rf=293.465 towgs84=124.5,-63.5,-281
D424|Gan 1970|ellps=intl towgs84=-133,-321,50
D425|Gandajika|ellps=intl towgs84=0,0,0
D426|POSGAR 94|ellps=WGS84 towgs84=0,0,0
D427|Mhast 1951|a=6378249.145 rf=293.465 towgs84=0,0,0
D428|Tern Island 1961|ellps=intl towgs84=114,-116,-333
D429|Cocos Islands 1965|ellps=aust_SA towgs84=-491,-22,435
D430|Iwo Jima 1945|ellps=intl towgs84=145,75,-272
D431|Astro DOS 71|ellps=intl towgs84=-323.65,551.39,-491.22
D432|Marcus Island 1952|ellps=intl towgs84=124,-234,-25
D433|Ascension Island 1958|ellps=intl towgs84=-205,107,53
D434|Ayabelle Lighthouse|a=6378249.145 rf=293.465 towgs84=-77,-128,142
D435|Bellevue|ellps=intl towgs84=-127,-769,472
D436|Camp Area Astro|ellps=intl towgs84=-104,-129,239
D437|Phoenix Islands 1966|ellps=intl towgs84=298,-304,-375
D438|Cape Canaveral|ellps=clrk66 towgs84=-2,151,181
D439|Solomon 1968|ellps=intl towgs84=230,-199,-752
D440|Easter Island 1967|ellps=intl towgs84=211,147,111
D441|South Georgia 1968|ellps=intl towgs84=-794,119,-298
D442|Diego Garcia 1969|ellps=intl towgs84=208,-435,-229
D443|Johnston Island 1961|ellps=intl towgs84=189,-79,-202
D444|Midway 1961|ellps=intl towgs84=403,-81,277
D445|PN84|ellps=intl towgs84=-307,-92,127
D446|Santo 1965|ellps=intl towgs84=170,42,84
D447|Viti Levu 1916|a=6378249.145 rf=293.465 towgs84=0,0,0
D448|Marshall Islands 1960|ellps=hough towgs84=102,52,-38
D449|Wake Island 1952|ellps=intl towgs84=276,-57,149
D450|Tristan 1968|ellps=intl towgs84=-632,438,-609
D451|Kusaie 1951|ellps=intl towgs84=647,1777,-1124
D452|Deception Island|a=6378249.145 rf=293.465 towgs84=260,12,-147
D453|Korea 2000|ellps=GRS80 towgs84=0,0,0
D454|Hong Kong 1963(67)|ellps=intl towgs84=-156,-271,-189
D455|PZ-90|a=6378136 rf=298.257839303 towgs84=0,0,1.5,0,0,.076,0
D456|fk89|ellps=intl towgs84=0,0,0
D457|DGN95|ellps=WGS84 towgs84=0,0,0
D458|WGS 66|ellps=NWL9D towgs84=0,0,0
D459|Bern 1898 (Bern)|ellps=bessel pm=bern towgs84=674.374,15.056,405.346
D460|Bogota 1975 (Bogota)|ellps=intl pm=bogota towgs84=307,304,-318
D461|Lisbon (Lisbon)|ellps=intl pm=lisbon towgs84=-288.885,-91.744,126.244,-1.691,.41,-.211,-4.598
D462|Makassar (Jakarta)|ellps=bessel pm=jakarta towgs84=-587.8,519.75,145.76
D463|MGI (Ferro)|ellps=bessel pm=ferro towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232
D464|Monte Mario (Rome)|ellps=intl pm=rome towgs84=-225,-65,9
D465|Padang (Jakarta)|ellps=bessel pm=jakarta towgs84=0,0,0
D466|BD50 (Brussels)|ellps=intl pm=brussels towgs84=0,0,0
D467|Batavia (Jakarta)|ellps=bessel pm=jakarta towgs84=-377,681,-50
D468|RT38 (Stockholm)|ellps=bessel pm=stockholm towgs84=0,0,0
D469|Greek (Athens)|ellps=bessel pm=athens towgs84=0,0,0
D470|NGO 1948 (Oslo)|a=6377492.018 rf=299.1528128 pm=oslo towgs84=278.3,93,474.5,7.889,.05,-6.61,6.21
D471|S-JTSK (Ferro)|ellps=bessel pm=ferro towgs84=570.8,85.7,462.8,4.998,1.587,5.261,3.56
D472|Sao Tome|ellps=intl towgs84=0,0,0
D473|Principe|ellps=intl towgs84=0,0,0
D474|Lisbon 1890 (Lisbon)|ellps=bessel pm=lisbon towgs84=631.392,-66.551,481.442,1.09,-4.445,-4.487,-4.43
D475|PTRA08|ellps=GRS80 towgs84=0,0,0
D476|Tokyo 1892|ellps=bessel towgs84=0,0,0
D477|S-JTSK (Ferro)|ellps=bessel pm=ferro towgs84=572.213,85.334,461.94,4.9732,1.529,5.2484,3.5378
D478|S-JTSK/05|ellps=bessel towgs84=572.213,85.334,461.94,4.9732,1.529,5.2484,3.5378
D479|S-JTSK/05 (Ferro)|ellps=bessel pm=ferro towgs84=572.213,85.334,461.94,4.9732,1.529,5.2484,3.5378
D480|SLD99|ellps=evrst30 towgs84=-.293,766.95,87.713,.195704,1.695068,3.473016,-.039338
D481|GDBD2009|ellps=GRS80 towgs84=0,0,0
D482|TUREF|ellps=GRS80 towgs84=0,0,0
D483|DRUKREF 03|ellps=GRS80 towgs84=0,0,0
D484|ISN2004|ellps=GRS80 towgs84=0,0,0
D485|POSGAR 2007|ellps=WGS84 towgs84=-.41,.46,-.35
D486|MARGEN|ellps=GRS80 towgs84=0,0,0
D487|SIRGAS-Chile 2002|ellps=GRS80 towgs84=0,0,0
D488|CR05|ellps=WGS84 towgs84=-.16959,.35312,.51846,.03385,-.16325,.03446,.03693
D489|MACARIO SOLIS|ellps=GRS80 towgs84=0,0,0
D490|Peru96|ellps=GRS80 towgs84=0,0,0
D491|SIRGAS-ROU98|ellps=WGS84 towgs84=0,0,0
D492|SIRGAS_ES2007.8|ellps=GRS80 towgs84=0,0,0
D493|Ocotepeque 1935|ellps=clrk66 towgs84=205,96,-98
D494|Ocotepeque 1935|ellps=clrk66 towgs84=16.451772,35.3991089,-9.6262463,2.3514188,-.0614669,6.394209,5.22
D495|NAD27|ellps=clrk66 towgs84=0,125,194
D496|SAD69|ellps=aust_SA towgs84=-48,3,-44
D497|Sibun Gorge 1922|a=6378293.64520876 b=6356617.98767984 towgs84=0,0,0
D498|Panama-Colon 1911|ellps=clrk66 towgs84=0,0,0
D499|RGAF09|ellps=GRS80 towgs84=0,0,0
D500|DHDN|ellps=bessel towgs84=0,0,0
D501|Corrego Alegre 1961|ellps=intl towgs84=0,0,0
D502|SAD69(96)|ellps=aust_SA towgs84=-67.35,3.88,-38.22
D503|PNG94|ellps=GRS80 towgs84=0,0,0
D504|UCS-2000|ellps=krass towgs84=24,-121,-76
D505|NAD27|ellps=clrk66 towgs84=-22,160,190
D506|FEH2010|ellps=GRS80 towgs84=0,0,0
D507|DB_REF|ellps=bessel towgs84=584.9636,107.7175,413.8067,1.1155,.2824,-3.1384,7.9922
D508|AGD66|ellps=aust_SA towgs84=-129.193,-41.212,130.73,.246,.374,.329,-2.955
D509|TGD2005|ellps=GRS80 towgs84=0,0,0
D510|CIGD11|ellps=GRS80 towgs84=0,0,0
D511|MGI 1901|ellps=bessel towgs84=521.748,229.489,590.921,4.029,4.488,-15.521,-9.78
D512|Nepal 1981|ellps=evrst30 towgs84=293.17,726.18,245.36
D513|NAD83(CORS96)|ellps=GRS80 towgs84=0,0,0
D514|CGRS93|ellps=WGS84 towgs84=8.846,-4.394,-1.122,-.00237,-.146528,.130428,.783926
D515|NAD83(2011)|ellps=GRS80 towgs84=0,0,0
D516|NAD83(PA11)|ellps=GRS80 towgs84=0,0,0
D517|NAD83(MA11)|ellps=GRS80 towgs84=0,0,0
D518|Mexico ITRF2008|ellps=GRS80 towgs84=0,0,0
D519|JGD2011|ellps=GRS80 towgs84=0,0,0
D520|RDN2008|ellps=GRS80 towgs84=0,0,0
D521|Aden 1925|a=6378249.145 rf=293.465 towgs84=-24,-203,268
D522|Bekaa Valley 1920|a=6378249.145 rf=293.465 towgs84=-183,-15,273
D523|Bioko|ellps=intl towgs84=-235,-110,393
D524|South East Island 1943|a=6378249.145 rf=293.465 towgs84=-76.269,-16.683,68.562,-6.275,10.536,-4.286,-13.686
D525|Gambia|a=6378249.145 rf=293.465 towgs84=-63,176,185
D526|IGD05|ellps=GRS80 towgs84=0,0,0
D527|IG05 Intermediate CRS|ellps=GRS80 towgs84=0,0,0
D528|IGD05/12|ellps=GRS80 towgs84=0,0,0
D529|IG05/12 Intermediate CRS|ellps=GRS80 towgs84=23.7715687,17.490125,17.8590901,-.3132,-1.85274,1.67299,-5.4262697
D530|RGSPM06 (lon-lat)|ellps=GRS80 towgs84=0,0,0
D531|RGR92 (lon-lat)|ellps=GRS80 towgs84=0,0,0
D532|RGM04 (lon-lat)|ellps=GRS80 towgs84=0,0,0
D533|RGFG95 (lon-lat)|ellps=GRS80 towgs84=0,0,0
D534|RGTAAF07|ellps=GRS80 towgs84=0,0,0
D535|RGF93 v1 (lon-lat)|ellps=GRS80 towgs84=0,0,0
D536|RGAF09 (lon-lat)|ellps=GRS80 towgs84=0,0,0
D537|RGTAAF07 (lon-lat)|ellps=GRS80 towgs84=0,0,0
D538|IGD05|ellps=WGS84 towgs84=0,0,0
D539|IGD05/12|ellps=WGS84 towgs84=-.230402,.3867961,.0145973,.01689,-4.99e-05,.0033001,-.0014
D540|ONGD14|ellps=GRS80 towgs84=0,0,0
D541|GSK-2011|ellps=GSK2011 towgs84=0,0,0
D542|Kyrg-06|ellps=GRS80 towgs84=0,0,0
D543|BGS2005|ellps=GRS80 towgs84=0,0,0
D544|GDA2020|ellps=GRS80 towgs84=0,0,0
D545|St. Helena Tritan|ellps=WGS84 towgs84=-.077,.079,.086
D546|SHGD2015|ellps=GRS80 towgs84=0,0,0
D547|Gusterberg (Ferro)|a=6376045 rf=310 pm=ferro towgs84=0,0,0
D548|St. Stephen (Ferro)|a=6376045 rf=310 pm=ferro towgs84=0,0,0
D549|NAD83(CSRS)v6|ellps=GRS80 towgs84=0,0,0
D550|ISN2016|ellps=GRS80 towgs84=0,0,0
D551|NAD83(CSRS96)|ellps=GRS80 towgs84=0,0,0
D552|NAD83(CSRS)v2|ellps=GRS80 towgs84=0,0,0
D553|NAD83(CSRS)v3|ellps=GRS80 towgs84=0,0,0
D554|NAD83(CSRS)v4|ellps=GRS80 towgs84=0,0,0
D555|NAD83(CSRS)v5|ellps=GRS80 towgs84=0,0,0
D556|NAD83(CSRS)v7|ellps=GRS80 towgs84=0,0,0
D557|S-JTSK [JTSK03]|ellps=bessel towgs84=485.021,169.465,483.839,7.786342,4.397554,4.102655,0
D558|Hong Kong Geodetic CS|ellps=GRS80 towgs84=0,0,0
D559|Macao 1920|ellps=intl towgs84=-163.6129485,-315.8033063,-193.9585612,34.079,-76.126,-32.66,6.096
D560|Macao 2008|ellps=GRS80 towgs84=0,0,0
D561|NAD83(FBN)|ellps=GRS80 towgs84=0,0,0
D562|NAD83(HARN Corrected)|ellps=GRS80 towgs84=0,0,0
D563|SRB_ETRS89|ellps=GRS80 towgs84=0,0,0
D564|Camacupa 2015|a=6378249.145 rf=293.465 towgs84=-93.799,-132.737,-219.073,-1.844,.648,-6.37,-.169
D565|RSAO13|ellps=GRS80 towgs84=0,0,0
D566|MTRF-2000|ellps=GRS80 towgs84=0,0,0
D567|WGS 84 (Transit)|ellps=WGS84 towgs84=0,0,0
D568|RGWF96|ellps=GRS80 towgs84=0,0,0
D569|RGWF96 (lon-lat)|ellps=GRS80 towgs84=0,0,0
D570|CR-SIRGAS|ellps=GRS80 towgs84=0,0,0
D571|SIRGAS-Chile 2010|ellps=GRS80 towgs84=0,0,0
D572|SIRGAS-CON DGF00P01|ellps=GRS80 towgs84=0,0,0
D573|SIRGAS-CON DGF01P01|ellps=GRS80 towgs84=0,0,0
D574|SIRGAS-CON DGF01P02|ellps=GRS80 towgs84=0,0,0
D575|SIRGAS-CON DGF02P01|ellps=GRS80 towgs84=0,0,0
D576|SIRGAS-CON DGF04P01|ellps=GRS80 towgs84=0,0,0
D577|SIRGAS-CON DGF05P01|ellps=GRS80 towgs84=0,0,0
D578|SIRGAS-CON DGF06P01|ellps=GRS80 towgs84=0,0,0
D579|SIRGAS-CON DGF07P01|ellps=GRS80 towgs84=0,0,0
D580|SIRGAS-CON DGF08P01|ellps=GRS80 towgs84=0,0,0
D581|SIRGAS-CON SIR09P01|ellps=GRS80 towgs84=0,0,0
D582|SIRGAS-CON SIR10P01|ellps=GRS80 towgs84=0,0,0
D583|SIRGAS-CON SIR11P01|ellps=GRS80 towgs84=0,0,0
D584|SIRGAS-CON SIR13P01|ellps=GRS80 towgs84=0,0,0
D585|SIRGAS-CON SIR14P01|ellps=GRS80 towgs84=0,0,0
D586|SIRGAS-CON SIR15P01|ellps=GRS80 towgs84=0,0,0
D587|SIRGAS-CON SIR17P01|ellps=GRS80 towgs84=0,0,0
D588|ITRF88|ellps=GRS80 towgs84=0,0,0
D589|ITRF89|ellps=GRS80 towgs84=0,0,0
D590|ITRF90|ellps=GRS80 towgs84=.06,-.517,-.223,.0183,-.0003,.007,-.011
D591|ITRF91|ellps=GRS80 towgs84=0,0,0
D592|ITRF92|ellps=GRS80 towgs84=0,0,0
D593|ITRF93|ellps=GRS80 towgs84=0,0,0
D594|ITRF94|ellps=GRS80 towgs84=0,0,0
D595|ITRF96|ellps=GRS80 towgs84=0,0,0
D596|ITRF97|ellps=GRS80 towgs84=0,0,0
D597|ITRF2000|ellps=GRS80 towgs84=0,0,0
D598|ITRF2005|ellps=GRS80 towgs84=0,0,0
D599|ITRF2008|ellps=GRS80 towgs84=0,0,0
D600|ITRF2014|ellps=GRS80 towgs84=0,0,0
D601|IGS97|ellps=GRS80 towgs84=0,0,0
D602|IGS00|ellps=GRS80 towgs84=0,0,0
D603|IGb00|ellps=GRS80 towgs84=0,0,0
D604|IGS05|ellps=GRS80 towgs84=0,0,0
D605|IGS08|ellps=GRS80 towgs84=0,0,0
D606|IGb08|ellps=GRS80 towgs84=0,0,0
D607|IGS14|ellps=GRS80 towgs84=0,0,0
D608|WGS 84 (G730)|ellps=WGS84 towgs84=0,0,0
D609|WGS 84 (G873)|ellps=WGS84 towgs84=0,0,0
D610|WGS 84 (G1150)|ellps=WGS84 towgs84=0,0,0
D611|WGS 84 (G1674)|ellps=WGS84 towgs84=0,0,0
D612|WGS 84 (G1762)|ellps=WGS84 towgs84=0,0,0
D613|ETRF89|ellps=GRS80 towgs84=0,0,0
D614|ETRF90|ellps=GRS80 towgs84=0,0,0
D615|ETRF91|ellps=GRS80 towgs84=0,0,0
D616|ETRF92|ellps=GRS80 towgs84=0,0,0
D617|ETRF93|ellps=GRS80 towgs84=0,0,0
D618|ETRF94|ellps=GRS80 towgs84=0,0,0
D619|ETRF96|ellps=GRS80 towgs84=0,0,0
D620|ETRF97|ellps=GRS80 towgs84=0,0,0
D621|ETRF2000|ellps=GRS80 towgs84=0,0,0
D622|ETRF2005|ellps=GRS80 towgs84=0,0,0
D623|ETRF2014|ellps=GRS80 towgs84=0,0,0
D624|NAD83(MARP00)|ellps=GRS80 towgs84=0,0,0
D625|NAD83(PACP00)|ellps=GRS80 towgs84=0,0,0
D626|KOSOVAREF01|ellps=GRS80 towgs84=0,0,0
D627|SIRGAS-Chile 2013|ellps=GRS80 towgs84=0,0,0
D628|SIRGAS-Chile 2016|ellps=GRS80 towgs84=0,0,0
D629|SIRGAS-Chile|ellps=GRS80 towgs84=0,0,0
D630|Tapi Aike|ellps=intl towgs84=-192.26,65.72,132.08
D631|MMN|ellps=intl towgs84=-9.5,122.9,138.2
D632|MMS|ellps=intl towgs84=-78.1,101.6,133.3
D633|ONGD17|ellps=GRS80 towgs84=1.16835,-1.42001,-2.24431,-.00822,-.05508,.01818,.23388
D634|HS2-IRF|ellps=GRS80 towgs84=0,0,0
D635|ATRF2014|ellps=GRS80 towgs84=0,0,0
D636|KSA-GRF17|ellps=GRS80 towgs84=0,0,0,-.008393,.000749,-.010276,0
D637|TPEN11-IRF|ellps=GRS80 towgs84=0,0,0
D638|MML07-IRF|ellps=GRS80 towgs84=0,0,0
D639|IGb14|ellps=GRS80 towgs84=0,0,0
D640|AbInvA96_2020-IRF|ellps=GRS80 towgs84=0,0,0
D641|PN68|ellps=intl towgs84=-307,-92,127
D642|GBK19-IRF|ellps=GRS80 towgs84=0,0,0
D643|SRGI2013|ellps=WGS84 towgs84=.2773,-.0534,-.4819,.0192858,-.0058992,.0019987,.028
D644|PZ-90.02|a=6378136 rf=298.257839303 towgs84=0,0,0
D645|PZ-90.11|a=6378136 rf=298.257839303 towgs84=1.4430003,-.1560004,1.2779999,-.0023,.00354,-.05821,.2279999
D646|LTF2004(G)|ellps=GRS80 towgs84=0,0,0
D647|REDGEOMIN|ellps=GRS80 towgs84=0,0,0
D648|EOS21-IRF|ellps=GRS80 towgs84=0,0,0
D649|WGS 84 (G2139)|ellps=WGS84 towgs84=0,0,0
D650|ECML14_NB-IRF|ellps=GRS80 towgs84=0,0,0
D651|EWR2-IRF|ellps=GRS80 towgs84=0,0,0
D652|RGF93 v2|ellps=GRS80 towgs84=0,0,0
D653|RGF93 v2 (lon-lat)|ellps=GRS80 towgs84=0,0,0
D654|RGF93 v2b|ellps=GRS80 towgs84=0,0,0
D655|RGF93 v2b (lon-lat)|ellps=GRS80 towgs84=0,0,0
D656|MRH21-IRF|ellps=GRS80 towgs84=0,0,0
D657|MOLDOR11-IRF|ellps=GRS80 towgs84=0,0,0
D658|EBBWV14-IRF|ellps=GRS80 towgs84=0,0,0
D659|HULLEE13-IRF|ellps=GRS80 towgs84=0,0,0
D660|SCM22-IRF|ellps=GRS80 towgs84=0,0,0
D661|FNL22-IRF|ellps=GRS80 towgs84=0,0,0
D662|ITRF2020|ellps=GRS80 towgs84=0,0,0
D663|MWC18-IRF|ellps=GRS80 towgs84=0,0,0
D664|SIRGAS-Chile 2021|ellps=GRS80 towgs84=0,0,0
D665|Adindan|a=6378249.145 rf=293.465 towgs84=-165,-11,206
D666|AGD66|ellps=aust_SA towgs84=0,0,0
D667|AGD66|ellps=aust_SA towgs84=-124.133,-42.003,137.4,-.008,.557,.178,-1.854
D668|AGD84|ellps=aust_SA towgs84=0,0,0
D669|Aratu|ellps=intl towgs84=-157.84,308.54,-146.6
D670|Arc 1950|a=6378249.145 rf=293.4663077 towgs84=-138,-105,-289
D671|Arc 1950|a=6378249.145 rf=293.4663077 towgs84=-161,-73,-317
D672|Arc 1960|a=6378249.145 rf=293.465 towgs84=-160,-6,-302
D673|Arc 1960|a=6378249.145 rf=293.465 towgs84=-157,-2,-299
D674|Bogota 1975|ellps=intl towgs84=307,304,-318
D675|Bogota 1975|ellps=intl towgs84=-90.29,247.559,-21.989,8.6968853,4.1880336,12.8082668,2.181658
D676|Camacupa 1948|a=6378249.145 rf=293.465 towgs84=-50.9,-347.6,-231
D677|ED50|ellps=intl towgs84=-83.11,-97.38,-117.22,.0056929,-.0446976,.0442851,.1218
D678|ED50|ellps=intl towgs84=-87,-95,-120
D679|ED50|ellps=intl towgs84=-116.641,-56.931,-110.559,.893,.921,-.917,-3.52
D680|Indian 1954|ellps=evrst30 towgs84=0,0,0
D681|Kalianpur 1937|ellps=evrst30 towgs84=282,726,254
D682|La Canoa|ellps=intl towgs84=-273.5,110.6,-357.9
D683|PSAD56|ellps=intl towgs84=-60.31,245.935,31.008,12.324,3.755,-7.37,.447
D684|PSAD56|ellps=intl towgs84=-282,169,-371
D685|PSAD56|ellps=intl towgs84=-298,159,-369
D686|PSAD56|ellps=intl towgs84=-279,175,-379
D687|PSAD56|ellps=intl towgs84=-270,188,-388
D688|PSAD56|ellps=intl towgs84=-291.87,106.37,-364.52
D689|Merchich|ellps=clrk80ign towgs84=0,0,0
D690|Minna|a=6378249.145 rf=293.465 towgs84=-93.6,-83.7,113.8
D691|NAD83|ellps=GRS80 towgs84=-2,0,4
D692|Nahrwan 1967|a=6378249.145 rf=293.465 towgs84=-244.2,-149.8,379.3
D693|Nahrwan 1967|a=6378249.145 rf=293.465 towgs84=-245.8,-152.2,382.9
D694|Nahrwan 1967|a=6378249.145 rf=293.465 towgs84=-249,-156,381
D695|NZGD49|ellps=intl towgs84=84,-22,209
D696|NZGD49|ellps=intl towgs84=54.4,-20.1,183.1
D697|ATF (Paris)|a=6376523 rf=308.64 pm=2.33720833333333 towgs84=0,0,0
D698|NTF (Paris)|ellps=clrk80ign pm=paris towgs84=-168,-60,320
D699|Qatar 1974|ellps=intl towgs84=-128.033,-283.697,21.052
D700|SAD69|ellps=aust_SA towgs84=-44,6,-36
D701|SAD69|ellps=aust_SA towgs84=-58,0,-44
D702|SAD69|ellps=aust_SA towgs84=-57,1,-41
D703|Sapper Hill 1943|ellps=intl towgs84=0,0,0
D704|Tananarive (Paris)|ellps=intl pm=paris towgs84=-198.383,-240.517,-107.909
D705|MGI|ellps=bessel towgs84=0,0,0
D706|NAD27|ellps=clrk66 towgs84=-7,151,178
D707|NAD27|ellps=clrk66 towgs84=-7,158,172
D708|NAD27|ellps=clrk66 towgs84=-3,154,177
A0|-63.22,18.11,-62.92,18.33
A1|-61.95,16.94,-61.61,17.22
A2|-61.55,15.14,-61.2,15.69
A3|-61.84,11.94,-61.35,12.57
A4|-62.29,16.62,-62.08,16.87
A5|-62.92,17.06,-62.5,17.46
A6|-61.13,13.66,-60.82,14.16
A7|-61.52,12.54,-61.07,13.44
A8|-57,46.6,-54,53.76
A9|-60,50.2,-57.1,52.01
A10|-63,47.16,-60,52.01
A11|-66,47.95,-63,60.42
A12|-69,47.31,-66,59
A13|-72,45.01,-69,61.8
A14|-75,44.99,-72,62.53
A15|-78,45.37,-75,62.62
A16|-79.85,46.23,-78,62.45
A17|-75,44.98,-74.35,45.65
A18|-78,43.63,-75,46.25
A19|-81,42.26,-77.99,47.33
A20|-83.6,41.67,-81,46
A21|-82.5,46,-79.5,55.21
A22|-85.5,46,-82.5,55.59
A23|-88.5,47.17,-85.5,56.7
A24|-91.5,47.97,-88.5,56.9
A25|-94.5,48.06,-91.5,55.2
A26|-95.16,48.69,-94.5,53.24
A27|-95.16,48.03,-90,56.2
A28|-90,46.11,-84,56.9
A29|-84,41.67,-78,55.37
A30|-78,43.63,-74.35,46.25
A31|-78,44.99,-72,62.62
A32|-72,45.01,-66,61.8
A33|-66,47.16,-60,60.42
A34|-69.05,44.56,-63.7,48.07
A35|-72,44.6,-66,61.5
A36|-66,43.2,-60,60
A37|34.17,29.45,35.69,33.28
A38|-6,4.92,-2.48,10.46
A39|-8.61,4.29,-6,10.74
A40|102.14,8.33,108,23.4
A41|108,10.43,109.53,21.56
A42|14.35,-23.15,14.6,-22.68
A43|16.45,-33.1,18,-28.03
A44|17.99,-34.88,20,-28.38
A45|19.99,-34.88,22.01,-24.76
A46|22,-34.26,24.01,-25.26
A47|24,-34.26,26.01,-24.71
A48|26,-33.83,28,-22.92
A49|27.99,-33.03,30.01,-22.13
A50|29.99,-31.38,32.02,-22.22
A51|31.95,-28.94,32.95,-26.8
A52|5.96,45.82,10.49,47.81
A53|52.5,27.39,52.71,27.61
A54|44.03,30.99,48,39.78
A55|48,25.47,54,39.71
A56|54,25.32,60,38.29
A57|60,25.02,63.34,37.06
A58|-9.37,35.95,3.39,43.82
A59|-15.13,9.01,-12,12.68
A60|-12,7.19,-7.65,12.51
A61|-60.9,11.08,-60.44,11.41
A62|-61.98,9.99,-60.85,10.9
A63|9.31,25.37,10.01,30.49
A64|10,23.51,12,33.23
A65|12,22.8,14,33.06
A66|14,22.61,16,32.79
A67|16,22.51,18.01,31.34
A68|18,21.54,20,32.17
A69|20,20.54,22,33
A70|22,19.5,24,32.97
A71|24,19.99,25.21,32.15
A72|9.31,23.51,12,33.23
A73|12,22.51,18.01,33.06
A74|17.99,19.5,24,33
A75|-70.51,-43.41,-67.49,-31.91
A76|-70.5,-50.34,-67.49,-42.49
A77|-68.64,-54.9,-67.5,-52.59
A78|-68.62,-54.61,-66,-51.65
A79|-85.01,21.38,-76.91,23.25
A80|-78.69,19.77,-74.07,21.5
A81|9.31,22.61,15,33.23
A82|7.81,33.22,13.67,38.41
A83|42,11.57,48.01,17.95
A84|48,9.45,54.01,19
A85|43.37,12.54,48.01,17.95
A86|48,13.94,53.14,19
A87|105.49,9.03,107.58,11.04
A88|106.54,7.99,110,11.15
A89|-16.77,10.87,-13.64,12.69
A90|128,34.49,129.65,38.64
A91|126,33.96,128,38.33
A92|124.53,33.99,126,38.04
A93|50.69,24.55,51.68,26.2
A94|19.57,34.88,28.3,41.75
A95|-72.25,10,-71.5,11
A96|-71.5,10,-71.17,10.51
A97|171.99,-39.01,176.12,-34.1
A98|175.75,-39.13,177.23,-37.22
A99|176.73,-39.04,178.63,-37.49
A100|175.8,-40.57,178.07,-38.87
A101|173.68,-39.78,175.44,-38.4
A102|174.88,-39.55,176.33,-38.87
A103|174.4,-40.97,176.27,-39.46
A104|175.01,-41.67,176.55,-40.29
A105|174.52,-41.5,175.36,-40.91
A106|172.16,-41.22,173.13,-40.44
A107|172.4,-42.18,174.08,-40.66
A108|171.96,-41.49,172.7,-40.75
A109|171.27,-42.19,172.41,-41.42
A110|171.15,-42.74,172.75,-41.5
A111|171.88,-42.95,173.55,-42.09
A112|172.95,-42.65,174.46,-40.85
A113|170.39,-43.23,171.89,-42.41
A114|169.21,-43.85,170.89,-43
A115|168.02,-44.4,170.01,-43.67
A116|171.11,-43.96,173.38,-42.69
A117|170.68,-44.25,172.26,-43.13
A118|169.82,-44.98,171.55,-43.35
A119|168.62,-45.4,170.24,-43.71
A120|167.72,-45.58,169.11,-44.29
A121|166.37,-46.33,168.21,-44.53
A122|169.77,-45.82,171.24,-44.61
A123|168.64,-46.73,170.87,-45.23
A124|167.29,-47.33,168.97,-45.33
A125|162,-55.89,168,-39.68
A126|168,-55.95,174,-30.78
A127|174,-54.32,180,-26.42
A128|-3.25,4.67,1.23,11.16
A129|-3.79,1.4,2.1,6.06
A130|-79.85,44.99,-57.1,62.62
A131|-60,50.1,-57.1,52
A132|-108,49,-102,60
A133|-114,49,-108,60
A134|-120,49,-114,60
A135|-9.86,41.15,10.38,51.56
A136|-173.75,-17.56,-165.2,-10.02
A137|-10.56,51.39,-5.34,55.43
A138|-13.34,8.32,-13.13,8.55
A139|-13.35,7.15,-12,9.94
A140|-12,6.88,-10.26,10
A141|167.65,15.56,-65.69,74.71
A142|-7.55,1.02,-3.11,5.19
A143|9.92,50.35,10.5,51.56
A144|10.5,48.97,13.5,54.74
A145|5.73,49.44,6.53,50.19
A146|13.38,45.42,16.61,46.88
A147|18,49,24.15,52.34
A148|19,51.33,23.95,54.51
A149|14.14,52.16,20,54.89
A150|14.14,49.39,19.09,53.34
A151|18.33,49.39,19.67,51.34
A152|14.14,50.26,16.5,55.35
A153|16.5,49.39,19.5,55.93
A154|19.5,49.09,22.5,54.55
A155|22.5,49,24.15,54.41
A156|14.14,49,24.15,55.93
A157|-31.34,39.3,-31.02,39.77
A158|-28.9,38.32,-26.97,39.14
A159|-25.92,36.87,-24.72,37.96
A160|-17.31,32.35,-16.23,33.15
A161|-4.87,42.33,8.23,51.14
A162|166.37,-47.33,178.63,-34.1
A163|-170.88,-14.59,-168.09,-14.11
A164|8,54.67,11.29,57.8
A165|10.79,54.51,12.69,56.79
A166|14.59,54.94,15.25,55.38
A167|18.46,39.63,21.06,42.67
A168|-73.38,7.02,-71.99,11.62
A169|-72,.73,-66,15.64
A170|-66,.64,-58.95,16.75
A171|-90.31,34.98,-81.65,36.68
A172|-85.96,37.71,-82.47,39.15
A173|25.62,36.5,28.5,42.11
A174|28.5,36.06,31.5,41.46
A175|31.5,35.97,34.5,42.07
A176|34.5,35.81,37.5,42.15
A177|37.5,36.66,40.5,41.19
A178|40.5,37.02,43.5,41.6
A179|43.5,36.97,44.83,41.02
A180|28.64,43.44,31.41,45.2
A181|8.45,2.16,10.4,4.99
A182|-54,60.63,-48,73.05
A183|-48,59.74,-42.52,62.05
A184|-69,43.64,-66,48.07
A185|-66,43.41,-59.73,47.98
A186|-111.71,31.33,-109.04,37.01
A187|-113.35,31.33,-110.44,37.01
A188|-114.81,32.05,-112.52,37
A189|-124.45,39.59,-119.99,42.01
A190|-124.06,38.02,-119.54,40.16
A191|-123.02,36.73,-117.83,38.71
A192|-122.01,35.78,-115.62,37.58
A193|-121.42,32.76,-114.12,35.81
A194|-118.15,32.53,-114.42,34.08
A195|-109.06,39.56,-102.04,41.01
A196|-109.06,38.14,-102.04,40.09
A197|-109.06,36.98,-102.04,38.68
A198|-73.73,40.98,-71.78,42.05
A199|-75.8,38.44,-74.97,39.85
A200|-82.33,24.41,-79.97,30.83
A201|-83.34,26.27,-81.13,29.6
A202|-87.63,29.21,-82.04,31.01
A203|-83.47,30.36,-80.77,34.68
A204|-85.61,30.62,-82.99,35.01
A205|-113.24,41.99,-111.04,44.75
A206|-115.3,41.99,-112.67,45.7
A207|-117.24,41.99,-114.32,49.01
A208|-86.59,37.95,-84.78,41.77
A209|-88.06,37.77,-86.24,41.77
A210|-89.57,36.49,-81.95,38.17
A211|-79.49,37.97,-74.97,39.73
A212|-73.5,41.46,-69.86,42.89
A213|-70.91,41.19,-69.89,41.51
A214|-90.42,45.08,-83.44,48.32
A215|-87.06,43.8,-82.27,45.92
A216|-87.2,41.69,-82.13,44.22
A217|-89.97,30.01,-88.09,35.01
A218|-91.65,31,-89.37,35.01
A219|-116.07,44.35,-104.04,49.01
A220|-105.72,32,-102.99,37
A221|-107.73,31.78,-104.84,37
A222|-109.06,31.33,-106.32,37
A223|-75.87,40.88,-73.23,45.02
A224|-77.75,41.99,-75.06,44.41
A225|-79.77,41.99,-77.36,43.64
A226|-74.26,40.47,-71.8,41.3
A227|-84.33,33.83,-75.38,36.59
A228|-104.07,47.15,-96.83,49.01
A229|-104.05,45.93,-96.55,47.83
A230|-103,35.27,-94.42,37.01
A231|-100,33.62,-94.42,35.57
A232|-124.17,43.95,-116.47,46.26
A233|-124.6,41.98,-116.9,44.56
A234|-80.53,40.6,-74.7,42.53
A235|-80.53,39.71,-74.72,41.18
A236|-83.36,32.05,-78.52,35.21
A237|-103.03,34.3,-99.99,36.5
A238|-103.07,31.72,-94,34.58
A239|-106.66,29.78,-93.5,32.27
A240|-105,27.78,-93.76,30.67
A241|-100.2,25.83,-96.85,28.21
A242|-114.04,40.55,-109.04,42.01
A243|-114.05,38.49,-109.04,41.08
A244|-114.05,36.99,-109.04,38.58
A245|-80.06,37.77,-76.51,39.46
A246|-83.68,36.54,-75.31,38.28
A247|-124.79,47.08,-117.02,49.05
A248|-124.4,45.54,-116.91,47.61
A249|-92.89,45.37,-88.05,47.31
A250|-92.89,43.98,-86.25,45.8
A251|-91.43,42.48,-86.95,44.33
A252|-64.49,45.9,-61.9,47.09
A253|-63,44.64,-59.73,47.08
A254|-66.28,43.41,-63,46.02
A255|105.77,-6.89,110.01,-4.07
A256|112.8,-8.46,117.01,-6.8
A257|131.89,-2.94,133.82,-1.97
A258|2.66,1.92,8.49,6.38
A259|12.9,8.92,14.19,9.87
A260|14.17,11.7,15.09,12.77
A261|-62.09,9.83,-60,11.51
A262|-66,-54.93,-61.49,-51.36
A263|-73.38,.64,-59.8,12.25
A264|34.51,16.37,55.67,32.16
A265|113.76,22.13,114.51,22.58
A266|73.62,35.42,78.01,41.07
A267|77.98,29.16,84,47.23
A268|84,27.32,90,49.18
A269|90,27.71,96.01,47.9
A270|96,21.13,102.01,43.18
A271|102,21.53,108,42.47
A272|108,18.11,114,45.11
A273|114,22.14,120,51.52
A274|120,26.34,126,53.56
A275|126,40.89,132,52.79
A276|132,45.02,134.77,48.4
A277|73.62,35.81,76.5,40.65
A278|76.5,31.03,79.5,41.83
A279|79.5,29.95,82.51,45.88
A280|82.5,28.26,85.5,47.23
A281|85.5,27.8,88.5,49.18
A282|88.49,27.32,91.51,48.42
A283|91.5,27.71,94.5,45.13
A284|94.5,28.23,97.51,44.5
A285|97.5,21.43,100.5,42.76
A286|100.5,21.13,103.5,42.69
A287|103.5,22.5,106.51,42.21
A288|106.5,18.19,109.51,42.47
A289|109.5,18.11,112.5,45.11
A290|112.5,21.52,115.5,45.45
A291|115.5,22.6,118.5,49.88
A292|118.5,24.43,121.5,53.33
A293|121.5,28.22,124.5,53.56
A294|124.5,40.19,127.5,53.2
A295|127.5,41.37,130.5,50.25
A296|130.5,42.42,133.5,48.88
A297|133.5,45.85,134.77,48.4
A298|19.5,59.76,22.5,69.33
A299|22.5,59.75,25.5,68.9
A300|25.5,60.18,28.51,70.09
A301|28.5,60.94,31.5,69.81
A302|13.5,46.54,16.5,54.72
A303|10.03,54.96,24.17,69.07
A304|128.17,26.96,130.46,34.74
A305|129.76,30.18,132.05,33.99
A306|130.81,33.72,133.49,36.38
A307|131.95,32.69,134.81,34.45
A308|133.13,34.13,135.47,35.71
A309|134.86,33.4,136.99,36.33
A310|136.22,34.51,137.84,37.58
A311|137.32,34.54,139.91,38.58
A312|138.4,29.31,141.11,37.98
A313|139.49,37.73,142.14,41.58
A314|139.34,41.34,141.46,43.42
A315|140.89,42.15,143.61,45.54
A316|142.61,41.87,145.87,44.4
A317|141.2,24.67,142.33,27.8
A318|126.63,26.02,128.4,26.91
A319|122.83,23.98,125.51,24.94
A320|131.12,24.4,131.38,26.01
A321|136.02,20.37,136.16,20.48
A322|153.91,24.22,154.05,24.35
A323|19.22,39.64,21.06,42.67
A324|19.57,54.32,22.87,55.32
A325|26.61,55.69,30,69.47
A326|30,50.34,36,70.02
A327|36,43.18,42.01,69.23
A328|42,41.19,48,80.91
A329|48,41.39,54,81.4
A330|54,50.47,60,81.91
A331|60,50.66,66,81.77
A332|66,54.1,72,77.07
A333|72,53.17,78,79.71
A334|78,50.69,84,81.03
A335|84,49.07,90,81.27
A336|90,49.89,96,81.35
A337|96,49.73,102,81.32
A338|102,49.64,108,79.48
A339|108,49.14,114,76.81
A340|114,49.51,120,75.96
A341|120,51.51,126,74
A342|126,42.25,132,73.61
A343|132,42.63,138,76.15
A344|138,45.84,144,76.27
A345|144,43.6,150,76.82
A346|150,45.77,156,76.26
A347|156,50.27,162,77.2
A348|162,54.47,168,70.03
A349|168,54.45,174,70.19
A350|174,61.65,180,71.59
A351|-180,64.35,-174,71.65
A352|-174,64.2,-168.97,67.18
A353|9.93,50.21,12,54.18
A354|12,45.78,18,54.89
A355|19.57,47.95,24,59.44
A356|24,45.18,30.01,69.47
A357|30,44.32,36,70.02
A358|36,41.43,42,69.23
A359|42,38.84,48.01,80.91
A360|48,37.34,54,81.4
A361|54,37.05,60,81.91
A362|60,35.14,66,81.77
A363|66,36.67,72,77.07
A364|72,36.79,78,79.71
A365|78,41.04,84.01,81.03
A366|84,46.82,90,81.27
A367|19.57,48.24,22.5,59.1
A368|22.5,47.71,25.5,59.75
A369|25.49,45.26,28.51,68.93
A370|28.5,45.18,31.5,69.85
A371|31.5,44.32,34.5,70.02
A372|34.5,44.61,37.5,69.39
A373|37.5,43.07,40.5,68.8
A374|40.5,41.01,43.51,68.74
A375|43.5,38.84,46.5,80.8
A376|46.5,38.31,49.5,80.91
A377|49.5,37.66,52.5,81.22
A378|52.5,37.33,55.5,81.41
A379|55.5,37.64,58.5,81.89
A380|58.5,35.51,61.5,81.91
A381|61.5,35.14,64.5,81.77
A382|64.5,36.27,67.5,81.25
A383|67.5,36.93,70.5,77.07
A384|70.5,36.67,73.5,73.57
A385|73.5,37.22,76.5,79.71
A386|76.5,40.44,79.5,81.03
A387|79.5,41.82,82.5,81.03
A388|82.5,45.11,85.5,77.56
A389|85.5,47.05,88.5,77.16
A390|88.5,49.44,91.5,81.28
A391|91.5,50.16,94.5,81.26
A392|94.5,49.73,97.5,81.35
A393|97.5,49.79,100.5,80.9
A394|116.72,-1.24,117.99,0
A395|100.5,50.17,103.5,79.71
A396|103.5,50.13,106.5,79.21
A397|106.5,49.25,109.5,78.4
A398|109.5,49.14,112.5,76.81
A399|112.5,49.49,115.5,76.7
A400|115.5,49.51,118.5,74.43
A401|118.5,49.87,121.5,73.63
A402|121.5,53.18,124.5,74
A403|124.5,49.88,127.5,74
A404|127.5,42.67,130.5,73.59
A405|130.5,42.25,133.5,71.99
A406|133.5,42.74,136.5,75.9
A407|136.5,44.76,139.5,76.27
A408|139.5,45.84,142.5,76.23
A409|142.5,43.61,145.5,75.98
A410|145.5,43.6,148.5,76.76
A411|148.5,45.21,151.5,76.82
A412|151.5,46.72,154.5,76.26
A413|154.5,49.02,157.5,77.2
A414|157.5,51.36,160.5,71.12
A415|160.5,54.34,163.5,70.98
A416|163.5,54.69,166.5,69.82
A417|166.5,54.45,169.5,70.07
A418|169.5,59.86,172.5,70.19
A419|172.5,60.99,175.5,70.02
A420|175.5,62.09,178.5,71.1
A421|178.5,62.24,-178.5,71.65
A422|-178.5,64.74,-175.5,71.61
A423|-175.5,64.2,-172.5,67.78
A424|-172.5,64.35,-169.57,67.06
A425|-169.22,65.7,-168.97,65.86
A426|19.02,53.89,26.82,56.45
A427|19.57,54.32,22.5,55.32
A428|22.5,54.34,22.87,55.07
A429|26.61,56.05,28.51,68.93
A430|28.5,52.85,31.5,69.85
A431|31.5,51.24,34.5,70.02
A432|34.5,44.61,37.51,69.39
A433|37.5,43.33,40.5,68.8
A434|40.5,42.87,43.5,68.74
A435|43.5,41.89,46.5,80.8
A436|46.5,41.19,49.5,80.91
A437|49.5,42.36,52.5,81.22
A438|52.5,50.52,55.5,81.41
A439|55.5,50.53,58.5,81.89
A440|58.5,50.47,61.5,81.91
A441|61.5,51.03,64.5,81.77
A442|64.5,54.31,67.5,81.25
A443|67.5,54.85,70.5,77.07
A444|70.5,53.43,73.5,73.57
A445|73.5,53.47,76.5,79.71
A446|76.5,51.49,79.5,81.03
A447|79.5,50.7,82.5,81.03
A448|82.5,49.58,85.5,77.56
A449|85.5,49.07,88.5,77.16
A450|30.21,-26.87,36,-11.41
A451|35.99,-18.98,40.9,-10.42
A452|-86.79,30.99,-84.89,35
A453|-88.48,30.14,-86.3,35.02
A454|-94.62,34.67,-89.64,36.5
A455|-94.48,33.01,-90.4,35.1
A456|-156.1,18.87,-154.74,20.33
A457|-157.36,20.45,-155.93,21.26
A458|-158.33,21.2,-157.61,21.75
A459|-159.85,21.81,-159.23,22.29
A460|-160.3,21.73,-159.99,22.07
A461|-89.28,37.06,-87.02,42.5
A462|-91.52,36.98,-88.93,42.51
A463|-96.65,41.85,-90.15,43.51
A464|-96.14,40.37,-90.14,42.04
A465|-102.06,38.52,-94.58,40.01
A466|-102.05,36.99,-94.6,38.88
A467|-94.05,30.85,-90.86,33.03
A468|-93.94,28.85,-88.75,31.07
A469|-70.03,43.88,-66.91,47.47
A470|-71.09,43.04,-69.26,46.58
A471|-97.22,46.64,-89.49,49.38
A472|-96.86,45.28,-92.29,47.48
A473|-96.85,43.49,-91.21,45.59
A474|-91.97,35.98,-89.1,40.61
A475|-93.79,36.48,-91.41,40.61
A476|-95.77,36.48,-93.48,40.59
A477|-104.06,39.99,-95.3,43.01
A478|-117.01,34.99,-114.03,42
A479|-118.19,36,-114.99,41
A480|-120,36.95,-116.99,42
A481|-72.56,42.69,-70.63,45.31
A482|-75.6,38.87,-73.88,41.36
A483|-84.81,40.1,-80.51,42.33
A484|-84.83,38.4,-80.7,40.36
A485|-71.85,41.13,-71.08,42.02
A486|-104.07,44.14,-96.45,45.95
A487|-104.06,42.48,-96.43,44.79
A488|-73.44,42.72,-71.5,45.03
A489|-81.76,38.76,-77.72,40.64
A490|-82.65,37.2,-79.05,39.17
A491|-106.33,40.99,-104.05,45.01
A492|-108.63,40.99,-106,45.01
A493|-111.06,40.99,-107.5,45.01
A494|-111.06,40.99,-109.04,44.67
A495|-67.97,17.62,-64.51,18.57
A496|7.81,12.8,14.9,16.7
A497|114.55,-4.24,119.06,4.29
A498|39.99,41.37,43.04,43.59
A499|43.03,38.87,46.04,43.05
A500|46.03,38.38,49.04,42.1
A501|49.03,37.89,51.73,42.59
A502|49.26,41.15,52.27,51.77
A503|52.26,41.46,55.27,51.79
A504|55.26,41.26,58.27,51.14
A505|-16.11,29.98,-15.79,30.21
A506|-60,47.5,-57.1,55.38
A507|-63,47.16,-60,58.92
A508|-66,47.95,-63,60.52
A509|-75,44.98,-72,62.53
A510|-78,43.63,-75,62.65
A511|-81,42.26,-78,62.45
A512|-120,48.99,-114,83.5
A513|-114,48.99,-108,84
A514|-108,48.99,-102,84
A515|-84,41.67,-78,84
A516|-78,43.63,-72,84
A517|-72,40.8,-66,84
A518|-66,40.04,-60,84
A519|-60,38.56,-54,84
A520|172.42,51.3,-129.99,71.4
A521|-63.21,17.82,-62.73,18.17
A522|-61.85,15.8,-60.97,16.55
A523|-54,3.43,-51.61,5.81
A524|-54,2.17,-49.45,8.88
A525|-61.29,14.35,-60.76,14.93
A526|54,-24.72,58.24,-18.28
A527|-150,-17.93,-149.09,-17.41
A528|-151.91,-16.96,-150.89,-16.17
A529|-140.31,-9.57,-139.44,-8.72
A530|68.69,-49.78,70.62,-48.6
A531|44.98,-13.05,45.35,-12.61
A532|166.98,-21.24,167.52,-20.62
A533|163.92,-22.45,167.09,-20.03
A534|166.44,-20.77,166.71,-20.34
A535|156.25,-26.45,174.28,-14.83
A536|-56.48,46.69,-56.07,47.19
A537|-176.25,-13.41,-176.07,-13.16
A538|-63.66,14.08,-57.52,18.53
A539|55.16,-21.42,55.91,-20.81
A540|-124.6,41.98,-116.47,46.26
A541|167.75,-21.71,168,-21.32
A542|167.36,-22.73,167.61,-22.49
A543|163.54,-19.85,163.75,-19.5
A544|166.35,-22.37,166.54,-22.19
A545|43.16,-11.99,43.55,-11.31
A546|95.16,-8.91,115.77,5.97
A547|118.71,-6.54,120.78,-1.88
A548|5.93,36.53,12,47.04
A549|12,34.76,18.99,47.1
A550|-139.04,48.25,-114.08,60.01
A551|10.93,56.74,13.11,60.13
A552|12.12,55.28,14.79,62.28
A553|13.54,55.95,16.15,61.62
A554|15.41,56.15,17.63,62.26
A555|17.08,58.66,19.61,60.7
A556|11.93,61.55,15.55,64.39
A557|13.66,60.44,17.01,65.13
A558|14.31,62.12,19.04,67.19
A559|17.18,56.86,20.22,66.17
A560|16.08,63.45,23.28,69.07
A561|19.63,65.01,22.91,66.43
A562|21.85,65.49,24.17,68.14
A563|10.93,57.29,12.91,59.73
A564|11.81,55.28,15.44,64.39
A565|13.66,55.95,17.73,67.18
A566|16.08,56.86,20.22,68.54
A567|18.4,63.37,22.2,69.07
A568|21.34,65.24,24.17,68.58
A569|-180,-90,180,-60
A570|45,-90,160,-60
A571|45,-80,160,-60
A572|-35.58,24.6,44.83,84.73
A573|30.21,-27.58,36,-11.41
A574|36,-27.71,42,-10.09
A575|-30,25.1,-24,65.8
A576|-24,27.6,-18,66.5
A577|-16.1,34.93,-11.99,72.44
A578|-12,34.91,-6,74.13
A579|-6,35.26,.01,80.49
A580|0,37,6.01,82.45
A581|6,38.76,12.01,84.33
A582|12,46.4,18.01,84.42
A583|17.99,58.84,24.01,84.54
A584|24,59.64,30.01,84.73
A585|30,61.73,36.01,84.7
A586|36,72.99,38.01,79.07
A587|42,36.95,48,75
A588|48,36,54,75
A589|-24.66,64.71,-24,65.85
A590|-24,63.34,-18,66.52
A591|-18,63.45,-13.38,66.58
A592|-30.87,59.96,-5.55,69.59
A593|-9.17,70.75,-7.87,71.24
A594|19.06,55.67,28.24,58.09
A595|12,34.79,18,47.1
A596|34.88,29.18,39.31,33.38
A597|19.08,58.84,31.59,70.09
A598|13.09,52.33,13.76,52.65
A599|-92.89,42.48,-86.25,47.31
A600|-68.58,44.18,-66.91,47.37
A601|-70.03,43.75,-68.33,47.47
A602|-71.09,43.07,-69.6,46.58
A603|-90.42,41.69,-82.13,48.32
A604|-106.66,25.83,-93.5,36.5
A605|-87.63,24.41,-79.97,31.01
A606|-89.57,36.49,-81.95,39.15
A607|123.62,23.98,125.51,24.94
A608|126.63,24.4,132,34.9
A609|132,20.37,138,37.58
A610|138,24.67,144,45.54
A611|144,42.84,145.87,44.4
A612|122.38,21.1,126,29.71
A613|126,21.12,132,38.63
A614|132,17.09,138,43.55
A615|138,17.63,144,46.05
A616|144,23.03,147.86,45.65
A617|-170.88,-14.43,-169.38,-14.11
A618|-17.08,14.72,-12,23.46
A619|-12,14.75,-6,27.3
A620|-6,15.49,-4.8,25.74
A621|88.01,20.52,92.67,26.64
A622|128.99,-38.13,141.01,-25.99
A623|-3.73,49.11,-2.02,50.16
A624|-2.72,48.77,-1.81,49.44
A625|140.96,-39.2,150.04,-33.98
A626|112.85,-43.7,153.69,-9.86
A627|152.37,-29.36,153.69,-24.64
A628|-79.1,1.23,-78.58,2.48
A629|-78.59,.03,-75.58,10.21
A630|-75.59,-2.51,-72.58,11.82
A631|-72.59,-4.23,-69.58,12.52
A632|-69.59,-2.25,-66.87,6.31
A633|116.04,6.21,118,18.64
A634|118,3.02,120.07,20.42
A635|119.7,3,122.21,21.62
A636|121.74,3.44,124.29,22.18
A637|123.73,4.76,126.65,21.97
A638|19.24,60.08,19.5,60.34
A639|19.5,59.92,20.5,60.48
A640|20.5,59.84,21.5,69.33
A641|21.5,59.76,22.5,69.31
A642|22.5,59.75,23.5,68.74
A643|23.5,59.86,24.5,68.84
A644|24.5,59.94,25.5,68.9
A645|25.5,60.18,26.5,69.94
A646|26.5,60.36,27.5,70.05
A647|27.5,60.42,28.5,70.09
A648|28.5,60.94,29.5,69.81
A649|29.5,61.43,30.5,67.98
A650|30.5,62.08,31.59,64.27
A651|178.42,-17.07,-179.77,-16.1
A652|177.19,-18.32,178.75,-17.25
A653|176.81,-19.22,180,-16.1
A654|-180,-17.04,-179.77,-16.1
A655|176.81,-20.81,-178.15,-12.42
A656|19.2,54.32,19.5,55.3
A657|17.75,59.22,18.2,59.43
A658|-141.01,52.05,-138,72.53
A659|-138,48.06,-132,79.42
A660|-132,46.52,-126,80.93
A661|-126,48.13,-120,81.8
A662|-102,48.99,-96,84
A663|-96,48.03,-90,84
A664|-90,46.11,-84,84
A665|-95.16,41.67,-74.35,56.9
A666|163.54,-22.73,168.19,-19.5
A667|99.59,1.21,104.6,6.72
A668|156.25,-26.03,162.01,-15.34
A669|162,-26.45,168,-14.83
A670|168,-25.95,174.28,-19.75
A671|168,-21.71,168.19,-21.35
A672|-93.17,40.99,-74.47,50.74
A673|-93.17,40.99,-54.75,52.22
A674|9.31,19.5,26.21,35.23
A675|-75,74.52,-72,79.04
A676|-72,73.24,-66,80.9
A677|-66,68.92,-60,82.22
A678|-60,58.91,-54,84
A679|-54,56.9,-48,84
A680|-48,56.38,-42,84
A681|-42,56.56,-36,84
A682|-36,60.16,-30,84
A683|-30,64.96,-24,84
A684|-24,67.7,-18,84
A685|-18,68.67,-12,84
A686|-12,72.43,-6,84
A687|9.31,23.51,12,33.92
A688|47.13,26.21,53.61,33.22
A689|12,22.51,18,35.23
A690|17.99,19.5,24.01,35.03
A691|24,19.99,26.21,33.6
A692|-72,-64,-60,-60
A693|-60,-64,-48,-60
A694|-48,-64,-36,-60
A695|-180,-68,-168,-64
A696|-72,-68,-60,-64
A697|-60,-68,-48,-64
A698|36,-68,48,-64
A699|48,-68,60,-64
A700|60,-68,72,-64
A701|72,-68,84,-64
A702|84,-68,96,-64
A703|96,-68,108,-64
A704|108,-68,120,-64
A705|120,-68,132,-64
A706|132,-68,144,-64
A707|144,-68,156,-64
A708|156,-68,168,-64
A709|-108,-72,-96,-68
A710|-96,-72,-84,-68
A711|-84,-72,-72,-68
A712|-72,-72,-60,-68
A713|-24,-72,-12,-68
A714|-12,-72,0,-68
A715|0,-72,12,-68
A716|12,-72,24,-68
A717|24,-72,36,-68
A718|36,-72,48,-68
A719|48,-72,60,-68
A720|60,-72,72,-68
A721|72,-72,84,-68
A722|84,-72,96,-68
A723|96,-72,108,-68
A724|108,-72,120,-68
A725|120,-72,132,-68
A726|132,-72,144,-68
A727|144,-72,156,-68
A728|156,-72,168,-68
A729|168,-72,180,-68
A730|-162,-76,-144,-72
A731|-144,-76,-126,-72
A732|-126,-76,-108,-72
A733|-108,-76,-90,-72
A734|-90,-76,-72,-72
A735|-72,-76,-54,-72
A736|-36,-76,-18,-72
A737|-18,-76,0,-72
A738|0,-76,18,-72
A739|18,-76,36,-72
A740|36,-76,54,-72
A741|54,-76,72,-72
A742|72,-76,90,-72
A743|90,-76,108,-72
A744|108,-76,126,-72
A745|126,-76,144,-72
A746|144,-76,162,-72
A747|162,-76,180,-72
A748|-180,-80,-156,-76
A749|-156,-80,-132,-76
A750|-132,-80,-108,-76
A751|-108,-80,-84,-76
A752|-84,-80,-60,-76
A753|-60,-80,-36,-76
A754|-36,-80,-12,-76
A755|-12,-80,12,-76
A756|12,-80,36,-76
A757|36,-80,60,-76
A758|60,-80,84,-76
A759|84,-80,108,-76
A760|108,-80,132,-76
A761|132,-80,156,-76
A762|156,-80,180,-76
A763|-180,-84,-150,-80
A764|-150,-84,-120,-80
A765|-120,-84,-90,-80
A766|-90,-84,-60,-80
A767|-60,-84,-30,-80
A768|-30,-84,0,-80
A769|0,-84,30,-80
A770|30,-84,60,-80
A771|60,-84,90,-80
A772|90,-84,120,-80
A773|120,-84,150,-80
A774|150,-84,180,-80
A775|-180,-88,-120,-84
A776|-120,-88,-60,-84
A777|-60,-88,0,-84
A778|0,-88,60,-84
A779|60,-88,120,-84
A780|120,-88,180,-84
A781|-180,-90,180,-88
A782|149.83,-80,174.01,-68.6
A783|-158.13,-26.7,-150,-12.5
A784|-150,-31.2,-144,-7.29
A785|-144,-31.24,-138,-4.52
A786|-138,-26.58,-131.97,-5.52
A787|21.74,57.52,28.2,59.75
A788|20.37,57.52,28.2,60
A789|-139.23,-10.08,-138.75,-9.64
A790|-138.75,-10.6,-138.54,-10.36
A791|-149.7,-17.93,-149.09,-17.44
A792|-150,-17.63,-149.73,-17.41
A793|-152.39,-16.57,-152.14,-16.34
A794|51.8,27.3,53.01,28.2
A795|140.99,-37.53,153.69,-28.15
A796|-124.45,32.53,-114.12,42.01
A797|-54.45,4.84,-54,5.69
A798|-54.61,2.11,-54,5.69
A799|21.74,-13.46,30.78,-4.99
A800|21.5,-7.31,23.01,-5.31
A801|23,-6.99,25,-5.01
A802|12.17,-6.04,13.01,-4.67
A803|13,-5.91,15.01,-4.28
A804|15,-5.87,17,-3.29
A805|17,-5.38,19,-3.4
A806|19,-7.29,21,-4.01
A807|21,-7.31,23,-5.31
A808|25,-7.26,27,-4.23
A809|27,-7.36,29,-4.24
A810|29,-6.04,29.64,-4.34
A811|14.14,49,24.15,54.89
A812|16.5,40.14,19.5,54.89
A813|19.5,39.64,22.5,54.51
A814|22.5,41.24,25.5,54.41
A815|18,39.64,24,54.89
A816|24,41.24,29.74,50.93
A817|57.25,-20.57,57.85,-19.94
A818|14.99,-5.87,16.28,-4.42
A819|12.17,-6.04,16.28,-4.28
A820|-18,14.72,-12,23.46
A821|-141.01,38.21,-40.73,86.46
A822|98.69,-60,-68,66.67
A823|19.57,54.17,23.45,59.27
A824|23.45,53.89,26.45,59.72
A825|26.45,55.15,28.24,59.61
A826|10.53,-6.04,13.1,-4.38
A827|10.53,-6.04,12.37,-5.05
A828|32.34,27.19,34.27,30.01
A829|-81.46,19.21,-81.04,19.41
A830|-80.14,19.63,-79.69,19.78
A831|167.65,49.01,174.01,56.28
A832|174,47.92,180,56.67
A833|-7.49,61.33,-6.33,62.41
A834|98.02,1.13,105.82,7.81
A835|109.31,.85,119.61,7.67
A836|102.44,1.21,104.6,2.95
A837|101.7,2.03,102.71,3.28
A838|101.33,2.45,103.67,4.78
A839|100.76,2.54,101.97,3.87
A840|102.38,3.89,103.72,5.9
A841|100.12,5.12,100.56,5.59
A842|99.59,5.08,101.12,6.72
A843|100.07,3.66,102,5.92
A844|101.33,4.54,102.67,6.29
A845|31.5,62.83,31.59,63
A846|46.95,37.35,53.93,46.97
A847|38.79,31.14,42,36.75
A848|42,29.06,48,37.39
A849|48,29.87,48.61,31
A850|38.79,29.06,51.06,37.39
A851|-180,-80,180,84
A852|10.5,50.2,12.56,51.64
A853|11.89,50.2,13.51,51.66
A854|13.5,50.62,15.04,51.58
A855|-120,48.99,-109.98,60
A856|-180,0,180,90
A857|-180,-90,180,0
A858|-180,-86,180,86
A859|-180,60,180,90
A860|103.59,1.13,104.07,1.47
A861|110.13,18.31,116.76,22.89
A862|9.53,46.4,17.17,49.02
A863|51.99,16.59,54,19.67
A864|54,16.89,59.91,26.58
A865|2.5,49.5,6.4,51.51
A866|-78.43,17.64,-76.17,18.58
A867|-80.6,14.16,-77.99,19.36
A868|-78,14.08,-74.51,19.2
A869|-94.05,28.85,-88.75,33.03
A870|-141,54.61,-129.99,60.35
A871|-144.01,59.72,-140.98,70.16
A872|-148,59.72,-144,70.38
A873|-152.01,59.11,-147.99,70.63
A874|-156,55.72,-151.86,71.28
A875|-160,54.89,-155.99,71.4
A876|-164.01,54.32,-160,70.74
A877|-168.26,54.34,-164,69.05
A878|-173.16,56.49,-168,65.82
A879|172.42,51.3,-164.84,54.34
A880|-180,45,180,90
A881|-141.01,59.99,-123.91,69.7
A882|-136.46,59.98,-102,78.81
A883|-180,47.88,-173.99,63.21
A884|-174,48.66,-167.99,73.05
A885|-168,49.52,-161.99,74.29
A886|-162,50.98,-155.99,74.71
A887|-156,52.15,-149.99,74.71
A888|-150,54.05,-143.99,74.13
A889|-144,53.47,-137.99,73.59
A890|-138,53.6,-131.99,73.04
A891|-132,35.38,-126,56.84
A892|-126,30.54,-119.99,49.09
A893|-120,30.88,-114,49.01
A894|-114,31.33,-108,49.01
A895|-108,28.98,-102,49.01
A896|-102,25.83,-96,49.01
A897|-96.01,25.61,-90,49.38
A898|-90,23.97,-84,48.32
A899|-84,23.81,-78,46.13
A900|-78,28.28,-72,45.03
A901|-72,33.61,-65.99,47.47
A902|-124.79,33.85,-119.99,49.05
A903|-120,32.26,-114,49.01
A904|-102,25.83,-95.99,49.01
A905|-96,28.42,-89.99,49.38
A906|-90,28.85,-83.99,48.32
A907|-84.01,24.41,-78,46.13
A908|-78,33.84,-72,45.03
A909|-72,40.96,-66.91,47.47
A910|-160.3,19.51,-155.99,22.29
A911|-156,18.87,-154.74,20.86
A912|-54,39.5,-47.99,57.65
A913|-38.08,-54.95,-35.74,-53.93
A914|-9.56,36.95,-6.19,42.16
A915|-177.25,-44.64,-175.54,-43.3
A916|13.43,42.34,19.43,46.54
A917|13,41.62,19.43,46.54
A918|13,41.63,18,46.54
A919|18,41.62,19.43,45.92
A920|-64.89,32.21,-64.61,32.43
A921|-68.83,28.91,-60.7,35.73
A922|-112.5,48.99,-109.98,60
A923|-115.5,48.99,-112.5,60
A924|-118.5,50.77,-115.5,60
A925|-120,52.88,-118.5,60
A926|-130.16,-25.14,-130.01,-25
A927|-180,-85.06,180,85.06
A928|-180,-90,180,90
A929|165.55,-51.13,166.93,-47.8
A930|168.65,-52.83,169.6,-52.26
A931|178.4,-49.92,179.37,-47.54
A932|-179.07,-31.56,-177.62,-29.03
A933|-91.65,30.01,-88.09,35.01
A934|16.11,45.74,22.9,48.58
A935|119.25,21.87,122.06,25.34
A936|114.32,17.36,123.61,26.96
A937|118,18.63,120,24.65
A938|119.99,20.41,122.06,26.72
A939|119.25,23.13,119.78,23.82
A940|119.99,21.87,122.06,25.34
A941|9.92,50.2,12,54.23
A942|12,45.78,18.01,54.74
A943|18,45.74,22.9,50.06
A944|25.5,41.28,28.5,48.27
A945|28.5,43.34,29.74,45.44
A946|16.5,45.74,19.5,50.45
A947|19.5,46.1,22.5,49.59
A948|22.5,47.76,22.9,49.1
A949|20.26,43.44,31.41,48.27
A950|160.6,-55.95,-171.2,-25.88
A951|145,-81,169,-76
A952|17.25,58.69,19.61,60.27
A953|38.79,29.06,48.75,37.39
A954|48,29.6,48.75,31
A955|38.79,29.06,48.61,37.39
A956|13.38,40.85,23.04,46.88
A957|13.38,42.95,16.5,46.88
A958|16.5,41.79,19.51,46.55
A959|19.5,41.85,22.51,46.19
A960|22.5,41.11,23.04,44.7
A961|-64.88,18.28,-64.25,18.78
A962|-1.06,41.31,9.63,43.07
A963|-1.79,42.33,7.65,44.01
A964|-1.79,42.92,7.71,45
A965|-1.46,44,7.71,46
A966|-2.21,45,7.16,47
A967|-4.77,46,7.63,48
A968|-4.87,47,8.23,49
A969|-4.87,48,8.23,50
A970|-2.03,49,8.08,51.14
A971|-83.68,36.54,-75.31,39.46
A972|28.5,-13.46,30.78,-4.99
A973|26.5,-13.44,29.5,-4.99
A974|24.5,-12.08,27.5,-4.99
A975|21.74,-11.72,25.51,-6.32
A976|-67.97,17.87,-65.19,18.57
A977|-65.09,17.62,-64.51,18.44
A978|155,-60,-169.99,-25
A979|54.84,24.85,55.55,25.34
A980|26.63,45.44,30.13,48.47
A981|26.63,45.44,30,48.47
A982|30,46.37,30.13,46.47
A983|11.79,-13.46,29.81,-3.41
A984|11.79,-6.04,13,-4.67
A985|15,-7.31,17,-3.41
A986|17,-8.11,19,-3.43
A987|19,-8,21,-3.77
A988|21,-11.24,23.01,-4.18
A989|23,-11.47,25,-4.58
A990|25,-11.99,27,-4.99
A991|27,-13.39,29,-6.43
A992|12,-8.11,18.01,-3.41
A993|18,-11.24,24,-3.57
A994|24,-13.46,29.81,-4.79
A995|-48.1,-15.94,-47.1,-15.37
A996|18.81,42.23,23.01,46.19
A997|-21.93,24.6,-11.75,32.76
A998|-21.93,24.6,-18,31.19
A999|-18,25.25,-11.75,32.76
A1000|8,54.8,10,57.64
A1001|9,54.67,11.29,57.8
A1002|-69.05,43.41,-59.73,48.07
A1003|19.24,59.75,31.59,70.09
A1004|30.21,-26.87,40.9,-10.42
A1005|30.21,-17.76,35.37,-14.01
A1006|31.29,-26.87,35.65,-19.84
A1007|30.21,-27.71,43.03,-10.09
A1008|102.14,7.99,110,23.4
A1009|51.99,16.59,59.91,26.58
A1010|-160.3,18.87,-154.74,22.29
A1011|-171.97,62.89,-168.59,63.84
A1012|-170.51,57.06,-170.04,57.28
A1013|-169.88,56.49,-169.38,56.67
A1014|-67.97,17.62,-64.25,18.78
A1015|-120,44.61,-57.1,62.56
A1016|-8.61,1.02,-2.48,10.74
A1017|60.86,8.02,101.17,37.07
A1018|60.86,21.05,77.83,37.07
A1019|68.13,8.02,97.42,35.51
A1020|102.14,8.33,109.53,23.4
A1021|13.33,-50.32,42.85,-22.13
A1022|144.58,-14.59,-64.51,71.4
A1023|44.03,23.34,63.34,39.78
A1024|-15.13,7.19,-7.65,12.68
A1025|12.09,47.73,22.56,51.06
A1026|-72.14,-43.41,-65.86,-31.91
A1027|-73.59,-50.34,-65.47,-42.49
A1028|124.53,33.14,131.01,38.64
A1029|41.08,8.95,57.96,19
A1030|43.37,12.54,53.14,19
A1031|-3.79,1.4,2.1,11.16
A1032|-113.21,-59.87,-26,16.75
A1033|-73.59,-58.41,-52.63,-21.78
A1034|-13.35,6.88,-10.26,10
A1035|9.92,41.24,28.68,54.74
A1036|9.92,39.63,31.41,54.89
A1037|-8.18,53.96,-5.34,55.36
A1038|-73.38,.64,-58.95,16.75
A1039|-73.29,59.74,-42.52,79
A1040|-29.69,68.66,-19.89,74.58
A1041|-38.86,65.52,-36.81,65.91
A1042|24.7,21.97,36.95,31.68
A1043|18.92,39.87,-168.97,85.19
A1044|21.82,3.4,47.99,22.24
A1045|109.23,-47.2,163.2,-1.3
A1046|109.23,-38.53,153.61,-9.37
A1047|40.98,-1.71,51.47,12.03
A1048|.16,11.69,16,23.53
A1049|-53.38,-35.71,-26,4.26
A1050|19.99,-26.88,35.93,-8.19
A1051|28.85,-11.75,41.91,4.63
A1052|95.16,-8.91,117.01,5.97
A1053|-59.71,13,-59.37,13.39
A1054|73.62,16.7,134.77,53.56
A1055|-79.1,-4.23,-66.87,13.68
A1056|105.07,-3.3,108.35,-1.44
A1057|8.2,-18.02,24.09,-5.82
A1058|-73.59,-54.93,-53.65,-21.78
A1059|16.45,-34.88,32.95,-17.78
A1060|7.49,30.23,13.67,38.41
A1061|-62.57,-31.91,-47.1,-15.37
A1062|-58.16,-33.78,-34.74,-2.68
A1063|35.04,32.31,42.38,37.3
A1064|8.32,1.65,16.21,13.09
A1065|24.7,21.89,37.91,33.82
A1066|-16.1,25.71,48.61,84.73
A1067|-10.56,34.88,38.01,84.73
A1068|51.99,16.59,59.91,26.42
A1069|69.29,-3.47,77.08,8.1
A1070|-54.61,2.11,-49.45,8.88
A1071|95.16,-10.98,141.01,5.97
A1072|92.2,5.63,105.64,28.55
A1073|97.34,5.63,105.64,20.46
A1074|79.64,5.86,81.95,9.88
A1075|99.59,1.13,105.82,7.81
A1076|46.54,28.53,48.48,30.09
A1077|-81.41,-43.5,-47.99,12.68
A1078|-72.4,8.72,-70.78,11.04
A1079|-11.52,4.29,-7.36,8.52
A1080|-.15,2.91,2.42,11.14
A1081|116.89,4.99,126.65,19.45
A1082|-74.83,-55.96,-63.73,-51.65
A1083|60.5,29.4,74.92,38.48
A1084|55.3,-4.86,55.59,-4.5
A1085|-16.1,32.88,40.18,84.73
A1086|-17.16,20.71,-1.01,35.97
A1087|36.44,12.36,43.31,18.1
A1088|2.66,1.92,14.65,13.9
A1089|5.93,34.76,18.99,47.1
A1090|7.03,-6.37,14.52,2.32
A1091|167.65,7.15,-47.74,83.17
A1092|167.65,14.92,-40.73,86.45
A1093|50.55,22.63,57.13,27.05
A1094|165.87,-47.65,179.27,-33.89
A1095|4.68,57.93,31.22,71.21
A1096|-4.87,41.31,9.63,51.14
A1097|-9,49.75,2.01,61.01
A1098|-8.82,49.79,1.92,60.94
A1099|-10.56,49.81,1.84,60.9
A1100|95.16,-5.99,106.13,5.97
A1101|34.17,29.18,39.31,33.38
A1102|8.84,-6.91,18.65,3.72
A1103|93.41,-60.55,173.34,-8.47
A1104|19.57,35.14,-168.97,81.91
A1105|50.55,24.55,53.04,27.05
A1106|-75,56.38,7.99,87.02
A1107|-73.38,7.75,-59.8,12.25
A1108|3.2,50.75,7.22,53.7
A1109|-91.72,-55.96,-25.28,12.52
A1110|-61.55,-52.51,-57.6,-50.96
A1111|8.24,-30.64,25.27,-16.95
A1112|114.55,-4.24,117.99,0
A1113|108.79,.06,109.78,2.13
A1114|42.53,-26.59,51.03,-11.69
A1115|122.83,20.37,154.05,45.54
A1116|51.56,22.63,56.03,25.34
A1117|-2.95,31.99,9.09,37.14
A1118|-8.67,18.97,11.99,38.8
A1119|10.93,55.28,24.17,69.07
A1120|-58.49,-35,-53.09,-30.09
A1121|-20.22,10.64,-11.36,16.7
A1122|-58.08,1.83,-52.66,9.35
A1123|5.86,47.27,13.84,55.09
A1124|20.26,43.62,29.74,48.27
A1125|47.78,29.17,48.16,29.45
A1126|144.58,13.18,145.01,13.7
A1127|-57.1,43.41,-55.9,47.37
A1128|43.68,-14.49,46.7,-11.33
A1129|-122.19,12.1,-84.64,32.72
A1130|-122.19,15.01,-114,32.72
A1131|-114,15.09,-108,32.27
A1132|-108,14.05,-102,31.79
A1133|-102,12.3,-96,29.81
A1134|-96,12.1,-90,26
A1135|-90,17.81,-84.64,25.77
A1136|102,17.75,108,42.47
A1137|108,16.7,114,45.11
A1138|114,19.02,120,51.52
A1139|120,24.64,126,53.56
A1140|126,29.7,132,52.79
A1141|73.62,18.11,134.77,53.56
A1142|-63.66,14.08,-60,18.31
A1143|122.38,17.09,157.65,46.05
A1144|-17.19,10.26,30.42,15.7
A1145|-54.45,3.43,-51.61,5.81
A1146|51.83,-24.72,58.24,-18.28
A1147|139.44,-66.78,141.5,-66.1
A1148|136,-67.13,142,-65.61
A1149|167.75,-21.71,168.19,-21.32
A1150|6,47.27,12,55.47
A1151|-24.66,63.34,-13.38,66.59
A1152|46.36,29.06,48.61,30.32
A1153|-122.19,-59.87,-25.28,32.72
A1154|144.58,13.18,146.12,20.61
A1155|100.09,13.92,107.64,22.5
A1156|-17.08,19.37,-15.88,21.34
A1157|-16.57,16.81,-15.59,19.41
A1158|-20.04,14.72,-4.8,27.3
A1159|88.01,18.56,92.67,26.64
A1160|116.04,3,129.95,22.18
A1161|72.81,-.69,73.69,7.08
A1162|11.79,-13.46,31.31,5.39
A1163|-84.77,-4.23,-66.87,15.51
A1164|-158.13,-31.24,-131.97,-4.52
A1165|21.5,-7.31,26.26,-5.01
A1166|12.17,-7.36,29.64,-3.29
A1167|-17.08,14.72,-4.8,27.3
A1168|-166.36,23.69,-166.03,23.93
A1169|96.76,-12.27,96.99,-11.76
A1170|141.2,24.67,141.42,24.89
A1171|-5.85,-16.08,-5.59,-15.85
A1172|-14.46,-8.03,-14.24,-7.83
A1173|41.75,10.94,44.15,12.72
A1174|168.09,-20.31,169.95,-17.37
A1175|165.73,-77.94,167.43,-77.17
A1176|-174.6,-4.76,-170.66,-2.68
A1177|-82.33,20.86,-72.68,30.83
A1178|155.62,-10.9,162.44,-6.55
A1179|-109.51,-27.25,-109.16,-27.01
A1180|176.81,-19.22,-179.77,-16.1
A1181|72.3,-7.49,72.55,-7.18
A1182|-169.59,16.67,-169.47,16.79
A1183|-177.45,28.13,-177.31,28.28
A1184|-18.22,27.58,-16.08,28.9
A1185|166.47,-17.32,168.71,-14.57
A1186|162.27,8.66,167.82,19.38
A1187|166.55,19.22,166.72,19.38
A1188|-12.76,-40.42,-9.8,-37
A1189|162.85,5.21,163.1,5.43
A1190|-60.89,-63.08,-60.35,-62.82
A1191|122.71,28.6,134.28,40.27
A1192|98.02,.85,119.61,7.81
A1193|11.89,50.2,15.04,51.66
A1194|9.92,50.2,12.56,51.64
A1195|99.59,1.13,104.6,6.72
A1196|92.01,-13.95,141.46,7.79
A1197|-80.6,14.08,-74.51,19.36
A1198|167.65,14.92,-63.88,74.71
A1199|144.99,-90,-144.99,-59.99
A1200|-79.1,-4.23,-66.87,12.52
A1201|9.53,40.85,23.04,49.02
A1202|6.41,-.04,6.82,.46
A1203|7.27,1.48,7.52,1.76
A1204|-28.85,11.47,-19.53,20.54
A1205|5.86,47.27,15.04,55.09
A1206|4.68,58.32,6,62.49
A1207|6,57.93,7,63.02
A1208|7,57.93,8,63.52
A1209|8,58.03,9,63.87
A1210|9,58.52,10,64.16
A1211|10,58.9,11,65.04
A1212|11,58.88,12,65.76
A1213|12,59.88,13,68.15
A1214|13,64.01,14,68.37
A1215|14,64.03,15,69.05
A1216|15,66.14,16,69.35
A1217|16,66.88,17,69.45
A1218|17,67.94,18,69.68
A1219|18,68.04,19,70.27
A1220|19,68.33,20,70.34
A1221|20,68.37,21,70.29
A1222|21,69.03,22,70.71
A1223|22,68.69,23,70.81
A1224|23,68.62,24,71.08
A1225|24,68.58,25,71.16
A1226|25,68.59,26,71.21
A1227|26,69.71,27,71.17
A1228|27,69.9,28,71.17
A1229|28,69.03,29,71.13
A1230|29,69.02,30,70.93
A1231|30,69.46,31.22,70.77
A1232|-35.58,29.24,-12.48,43.07
A1233|-35.58,35.25,-30,43.07
A1234|-30,33.52,-24,42.96
A1235|-18,29.24,-12.48,36.46
A1236|-124.79,24.41,-66.91,49.38
A1237|130.71,37.39,131.01,37.62
A1238|126.09,33.14,127.01,33.61
A1239|124.27,33.99,126,40.9
A1240|126,33.14,128,41.8
A1241|128,34.49,130,43.01
A1242|130,37.39,131.01,42.98
A1243|126,33.14,128,38.33
A1244|8.65,-3.98,14.52,2.32
A1245|12.09,48.58,18.86,51.06
A1246|112.37,4.01,115.37,6.31
A1247|25.62,34.42,44.83,43.45
A1248|88.74,26.7,92.13,28.33
A1249|90.46,27.33,91.02,28.09
A1250|89.26,26.71,89.83,27.32
A1251|89.63,26.7,90.08,27.29
A1252|89.44,27.72,90.47,28.33
A1253|88.9,27.02,89.39,27.62
A1254|90.77,27.39,91.49,28.09
A1255|90.95,26.93,91.5,27.61
A1256|89.12,27.18,89.56,27.79
A1257|91,26.78,91.56,27.18
A1258|89.63,27.46,90.08,27.87
A1259|91.39,26.79,92.13,27.25
A1260|88.74,26.8,89.38,27.28
A1261|90.01,26.73,90.78,27.23
A1262|89.22,27.14,89.77,28.01
A1263|91.37,27.01,92.13,27.49
A1264|90.26,27.13,90.76,27.79
A1265|90,26.81,90.35,27.2
A1266|89.71,27.11,90.54,28.08
A1267|91.34,27.37,91.77,28
A1268|90.53,26.77,91.19,27.39
A1269|-13.91,59.94,-.48,65.7
A1270|-36,-20.11,-30,0
A1271|-73.59,-52,-70.5,-36.16
A1272|-70.5,-54.9,-67.49,-24.08
A1273|-67.5,-55.11,-64.49,-21.78
A1274|-64.5,-54.91,-61.5,-21.99
A1275|-61.51,-39.06,-58.5,-23.37
A1276|-58.5,-38.59,-55.49,-24.84
A1277|-55.5,-28.11,-53.65,-25.49
A1278|-69.66,-22.91,-57.52,-9.67
A1279|-66,-22.87,-60,-9.67
A1280|-69.66,-22.91,-66,-9.77
A1281|-60,-20.17,-57.52,-16.27
A1282|-113.21,-59.87,-65.72,-17.5
A1283|-72,-59.87,-66,-17.5
A1284|-78,-59.36,-71.99,-18.35
A1285|-90.45,2.15,-81.43,11.77
A1286|-86.5,2.21,-81.43,11.77
A1287|-84.32,5,-77.04,12.51
A1288|-84.68,-21.05,-68.67,-.03
A1289|-58.49,-37.77,-50.01,-30.09
A1290|-58.49,-36.63,-54,-30.09
A1291|-54,-37.77,-50.01,-31.9
A1292|-78,-21.05,-72,-.03
A1293|-84,-17.33,-78,-3.11
A1294|-72,-20.44,-68.67,-2.14
A1295|-91.43,9.97,-87.65,14.44
A1296|-30,-23.86,-25.28,4.26
A1297|-92.29,7.98,-82.53,17.83
A1298|-85.97,9.53,-82.53,11.22
A1299|-85.74,7.98,-82.53,9.94
A1300|-91.86,15.85,-88.34,17.83
A1301|-92.29,13.69,-88.19,15.86
A1302|-90.11,13.1,-87.69,14.44
A1303|-87.74,12.8,-83.08,15.03
A1304|-87.63,10.7,-83.42,12.8
A1305|-80.18,0,-78,2.7
A1306|-89.22,15.88,-87.72,18.49
A1307|-83.04,7.15,-77.19,9.68
A1308|153,-81,173,-76
A1309|157,-76,173,-73
A1310|160,-73,172,-69.5
A1311|150,-90,-150,-76
A1312|3.34,55.24,4.5,55.92
A1313|-58.16,-27.5,-38.82,-14.99
A1314|-74.01,-35.71,-25.28,7.04
A1315|-60,-31.91,-53.99,4.51
A1316|-54.01,-35.71,-47.99,7.04
A1317|-48,-33.5,-42,5.13
A1318|-42,-26.35,-36,.74
A1319|-36,-23.8,-29.99,4.19
A1320|-58.16,-27.5,-54,-17.99
A1321|-54,-27.5,-47.99,-14.99
A1322|-48,-25.29,-42,-15
A1323|-42,-22.96,-38.82,-14.99
A1324|139.2,-14.75,162.81,2.58
A1325|139.2,-11.15,144,2.31
A1326|144,-13.88,150.01,2.58
A1327|150,-14.75,156,1.98
A1328|22.15,43.18,40.18,52.38
A1329|22.15,47.95,24,51.66
A1330|24,45.1,30,51.96
A1331|30,43.18,36,52.38
A1332|36,43.43,40.18,50.44
A1333|22.15,48.24,22.5,48.98
A1334|22.5,47.71,25.5,51.96
A1335|25.5,45.26,28.5,51.94
A1336|28.5,43.42,31.5,52.12
A1337|31.5,43.18,34.5,52.38
A1338|34.5,43.24,37.5,51.25
A1339|37.5,46.77,40.18,50.39
A1340|10.66,54.33,12.01,54.83
A1341|-84.87,41.69,-82.13,46.04
A1342|-87.61,41.75,-84.6,46.11
A1343|-90.42,45.09,-83.44,48.32
A1344|3.04,41.15,10.38,43.74
A1345|-51.64,-5.74,-32.43,7.04
A1346|-1.67,50.5,22,56
A1347|51.83,-24.37,54,-18.52
A1348|3.34,50.97,6,55.92
A1349|11.57,47.46,15.04,55.03
A1350|9.19,43.73,12.76,45.14
A1351|5.86,49.11,7.5,53.81
A1352|7.5,47.27,10.51,55.09
A1353|10.5,47.39,13.51,54.59
A1354|13.5,48.51,13.84,48.98
A1355|10.5,47.39,13.51,54.74
A1356|13.5,48.51,15.04,54.72
A1357|-180,-52.97,-174,-25.88
A1358|148.76,-35.93,149.4,-35.12
A1359|41.08,14.73,42,16.36
A1360|54,8.95,57.96,14.95
A1361|10.41,-8.01,12.84,-5.05
A1362|29,-13.46,29.81,-12.15
A1363|-74.01,-10.01,-71.99,-4.59
A1364|-72,-11.14,-65.99,2.15
A1365|-66,-16.28,-59.99,5.28
A1366|-179.08,-25.68,-171.28,-14.14
A1367|102.14,9.2,103.51,22.82
A1368|103.5,8.33,106.51,23.4
A1369|106.5,8.57,109.53,22.95
A1370|106.43,8.57,108.76,21.67
A1371|-156,75,-66,87.01
A1372|-84,75,6.01,87.01
A1373|-12,75,78.01,87.01
A1374|60,75,150.01,87.01
A1375|132,75,-138,87.01
A1376|-156,67,-66,79.01
A1377|-84,67,6.01,79.01
A1378|-12,67,78.01,79.01
A1379|60,67,150.01,79.01
A1380|132,67,-138,79.01
A1381|-156,59,-66,71
A1382|-84,59,6,71
A1383|-12,59,78.01,71
A1384|60,59,150.01,71
A1385|132,59,-138,71
A1386|-60,82.83,0,87.84
A1387|-72,79.5,-32,84.51
A1388|-32,79.5,8.01,84.51
A1389|-75,76.16,-54,81.17
A1390|-54,76.16,-24,81.17
A1391|-24,76.16,1.89,81.17
A1392|-76,72.83,-51,77.84
A1393|-51,72.83,-26,77.84
A1394|-26,72.83,-2,77.84
A1395|-71.89,69.48,-51.99,74.51
A1396|-52,69.5,-32,74.51
A1397|-32,69.5,-12,74.51
A1398|-65,66.16,-47,71.17
A1399|-47,66.16,-29,71.17
A1400|-29,66.16,-11,71.17
A1401|-59,62.83,-42,67.84
A1402|-42,62.83,-25,67.84
A1403|-59,59.5,-44,64.51
A1404|-44,59.5,-29,64.51
A1405|-4,79.5,36.01,84.51
A1406|-3.35,76.16,38.01,81.17
A1407|-2,72.83,22.01,77.84
A1408|22,72.83,46.01,77.84
A1409|4,69.5,24.01,74.51
A1410|24,69.5,44.01,74.51
A1411|33,79.5,73.01,84.51
A1412|73,79.5,113.01,84.51
A1413|34.99,76.16,67.01,81.17
A1414|67,76.16,98.01,81.17
A1415|98,76.16,129.01,81.17
A1416|129,76.16,160.01,81.17
A1417|46,72.83,70.01,77.84
A1418|70,72.83,94.01,77.84
A1419|94,72.83,118.01,77.84
A1420|118,72.83,142.01,77.84
A1421|142,72.83,166.01,77.84
A1422|166,72.83,-168.99,77.84
A1423|44,69.5,64.01,74.51
A1424|64,69.5,85.01,74.51
A1425|85,69.5,106.01,74.51
A1426|106,69.5,127.01,74.51
A1427|127,69.5,148,74.51
A1428|148,69.5,169.01,74.51
A1429|169,69.5,-169,74.51
A1430|-173,69.5,-153,74.51
A1431|-157,69.5,-137,74.51
A1432|-174,66.16,-156,71.17
A1433|-156,66.16,-138,71.17
A1434|-120,82.83,-60,87.84
A1435|-135,79.5,-95,84.51
A1436|-95,79.5,-55,84.51
A1437|-144,76.16,-114,81.17
A1438|-114,76.16,-84,81.17
A1439|-84,76.16,-64.78,81.17
A1440|-141,72.83,-116,77.84
A1441|-116,72.83,-91,77.84
A1442|-91,72.83,-67,77.84
A1443|-141,69.5,-121,74.51
A1444|-121,69.5,-101,74.51
A1445|-101,69.5,-81,74.51
A1446|-81,69.5,-61,74.51
A1447|-141,66.16,-122,71.17
A1448|-122,66.16,-103,71.17
A1449|-103,66.16,-84,71.17
A1450|-84,66.16,-65,71.17
A1451|0,82.83,60.01,87.84
A1452|60,82.83,120.01,87.84
A1453|120,82.83,180,87.83
A1454|-180,82.83,-120,87.84
A1455|113,79.5,153.01,84.51
A1456|146,79.5,-173.99,84.51
A1457|-174,79.5,-134.99,84.51
A1458|160,76.16,-168.99,81.17
A1459|-169,76.16,-138,81.17
A1460|-169,72.83,-141,77.84
A1461|-15,69.5,5.01,74.51
A1462|-83.6,17.58,-78.72,20.68
A1463|20.45,40.85,23.04,42.36
A1464|80.06,26.34,88.21,30.43
A1465|-48,0,-41.99,5.13
A1466|-42,0,-38.22,.74
A1467|32.2,34.59,34.65,35.74
A1468|157.47,-17.56,-151.27,31.8
A1469|129.48,1.64,149.55,23.9
A1470|-63.01,-56.25,-56.99,-47.68
A1471|17.99,34.76,18.99,41.64
A1472|105.48,-10.63,105.77,-10.36
A1473|62.92,-57.5,66,-53.43
A1474|66,-58.96,72.01,-51.18
A1475|72,-59.02,78.01,-49.5
A1476|78,-58.47,83.57,-50.65
A1477|93.41,-15.46,96.01,-8.57
A1478|96,-15.56,100.34,-8.47
A1479|168,-32.48,173.35,-25.61
A1480|-118.15,44.6,-117.37,45.19
A1481|-122.45,41.88,-120.77,43.89
A1482|-121.88,43.76,-119.79,44.98
A1483|-120.95,43.34,-118.8,44.28
A1484|-123.83,42.49,-122.43,43.24
A1485|-122.05,45.49,-118.89,46.08
A1486|-124.33,45.17,-121.47,46.56
A1487|-123.96,42.82,-122.4,43.88
A1488|-121.95,44.63,-120.46,45.55
A1489|-123.8,43.74,-122.18,44.71
A1490|-123.95,41.88,-122.37,42.85
A1491|-122.43,45.02,-121.68,45.55
A1492|-118.17,45.13,-117.14,45.8
A1493|-117.9,43.41,-116.7,44.65
A1494|-124.84,41.89,-123.35,46.4
A1495|-119.36,45.46,-118.17,46.02
A1496|-118.64,45.13,-118.09,45.64
A1497|-123.53,45.23,-122.11,46.01
A1498|-123.73,44.32,-121.89,45.3
A1499|-122.51,44.1,-121.69,44.66
A1500|35.04,33.06,36.63,34.65
A1501|8.37,3.14,9.02,3.82
A1502|55.15,-4.86,56.01,-3.66
A1503|-16.88,13.05,-13.79,13.83
A1504|-102.06,36.99,-94.58,40.01
A1505|32.99,29.45,35.69,33.53
A1506|-123.56,36.85,-121.2,38.87
A1507|-96.6,42.9,-93.97,43.51
A1508|-93.98,42.9,-91.6,43.51
A1509|-91.62,42.29,-90.89,43.51
A1510|-96.65,42.2,-93,42.92
A1511|-93.03,42.2,-91.59,43.09
A1512|-96.37,40.58,-95.04,42.22
A1513|-95.16,41.15,-94.16,42.22
A1514|-94.29,41.15,-93.23,42.22
A1515|-93.35,41.16,-92.29,42.3
A1516|-92.31,41.42,-90.89,42.3
A1517|-91.14,41.44,-90.14,42.68
A1518|-95.39,40.57,-92.17,41.17
A1519|-92.42,40.59,-91.48,41.52
A1520|-91.72,40.37,-90.78,41.6
A1521|37.98,-67.13,142,-20.91
A1522|37.98,-25.7,41.82,-20.91
A1523|45.37,-49.38,48.01,-43.12
A1524|48,-49.82,54.01,-42.61
A1525|54,-49.61,57.16,-43.3
A1526|62.96,-53.03,66,-45.73
A1527|66,-53.24,72.01,-45.11
A1528|72,-51.19,78.01,-34.47
A1529|78,-42.04,81.83,-34.5
A1530|-113.97,48.55,-113,49.01
A1531|-113.84,48,-112,49.01
A1532|-112.5,47.78,-108.74,49.01
A1533|-110.84,47.78,-106.99,49.01
A1534|-107.57,48.01,-104.78,48.88
A1535|-107.76,47.75,-104.04,49.01
A1536|-108.84,44.99,-106.66,46.09
A1537|-112.34,45.36,-110.75,46.59
A1538|-109.42,44.99,-107.99,47.41
A1539|-109.5,42.69,-107.94,43.86
A1540|-85.08,40.56,-84.8,40.93
A1541|-85.34,40.91,-84.8,41.28
A1542|-86.09,39.03,-85.68,39.36
A1543|-87.53,40.47,-87.09,40.74
A1544|-85.58,40.07,-85.2,40.57
A1545|-86.7,39.6,-86.24,40.19
A1546|-86.39,39.04,-86.07,39.35
A1547|-86.78,40.43,-86.37,40.74
A1548|-86.59,40.56,-86.16,40.92
A1549|-86.04,38.17,-85.41,38.84
A1550|-87.25,39.16,-86.93,39.61
A1551|-86.7,40.17,-86.24,40.44
A1552|-86.69,38.1,-86.24,39
A1553|-87.28,38.49,-86.68,39.18
A1554|-85.21,38.68,-84.78,39.31
A1555|-85.69,39.13,-85.29,39.79
A1556|-85.2,41.26,-84.8,41.54
A1557|-87.08,38.2,-86.67,38.91
A1558|-86.08,40.65,-85.63,41.77
A1559|-85.31,39.26,-84.81,39.79
A1560|-87.54,39.95,-87.09,40.48
A1561|-86.53,40.9,-85.94,41.77
A1562|-87.98,38.16,-87.31,38.54
A1563|-85.87,40.37,-85.44,40.66
A1564|-86.25,39.92,-85.86,40.41
A1565|-85.96,39.69,-85.57,40.38
A1566|-86.33,37.95,-85.84,38.79
A1567|-85.6,39.78,-85.2,40.08
A1568|-86.38,40.37,-85.86,41
A1569|-85.69,40.65,-85.3,41.3
A1570|-86.32,38.72,-85.79,39.08
A1571|-87.28,40.73,-86.92,41.77
A1572|-85.22,40.3,-84.8,40.58
A1573|-85.69,38.58,-85.2,38.92
A1574|-85.8,38.8,-85.43,39.2
A1575|-86.33,39.34,-85.93,39.93
A1576|-87.75,38.41,-87.09,38.91
A1577|-85.66,41.26,-85.19,41.77
A1578|-87.53,40.73,-87.21,41.77
A1579|-86.94,40.9,-86.46,41.77
A1580|-86.69,38.99,-86.24,39.64
A1581|-87.1,39.47,-86.64,40.22
A1582|-87.06,39.16,-86.63,39.48
A1583|-87.54,39.6,-87,40.15
A1584|-86.82,37.84,-86.43,38.27
A1585|-87.48,37.87,-87.01,38.56
A1586|-88.06,37.77,-87.68,38.24
A1587|-85.23,39.71,-84.8,40.32
A1588|-85.45,38.91,-85.06,39.32
A1589|-85.96,39.34,-85.62,39.7
A1590|-87.27,37.78,-86.76,38.21
A1591|-85.2,41.52,-84.8,41.77
A1592|-87.65,38.9,-87.24,39.26
A1593|-87.1,40.21,-86.58,40.92
A1594|-87.71,37.82,-87.44,38.17
A1595|-87.62,39.25,-87.19,39.61
A1596|-85.45,40.56,-85.06,40.92
A1597|51.99,14.33,63.38,26.74
A1598|51.99,14.94,54.01,19.67
A1599|54,14.33,60.01,26.74
A1600|60,16.37,63.38,24.09
A1601|-90.32,43.64,-89.59,44.25
A1602|-90.93,45.98,-90.3,47.09
A1603|-92.16,45.2,-91.53,45.65
A1604|-91.56,46.15,-90.75,47.01
A1605|-88.26,44.24,-87.76,44.68
A1606|-92.09,44.02,-91.52,44.6
A1607|-92.89,45.63,-92.03,46.16
A1608|-88.89,43.54,-88.04,44.6
A1609|-91.67,44.85,-90.92,45.3
A1610|-90.93,44.42,-90.31,45.04
A1611|-89.79,43.28,-89,43.65
A1612|-91.22,42.98,-90.66,43.43
A1613|-89.84,42.84,-89,43.3
A1614|-89.02,42.84,-88.4,43.64
A1615|-87.74,44.67,-86.8,45.43
A1616|-92.3,46.15,-91.55,46.76
A1617|-92.16,44.68,-91.64,45.21
A1618|-91.66,44.59,-90.92,44.86
A1619|-88.69,45.71,-88.05,46.03
A1620|-89.05,45.37,-88.42,46.08
A1621|-91.16,42.5,-90.42,43.22
A1622|-90.43,42.5,-89.36,42.86
A1623|-89.6,43.63,-88.88,43.99
A1624|-90.43,42.81,-89.83,43.21
A1625|-90.56,45.98,-89.92,46.6
A1626|-91.17,44.07,-90.31,44.6
A1627|-88.31,42.49,-87.75,43.55
A1628|-88.17,43.54,-87.37,44.68
A1629|-91.43,43.72,-90.91,44.1
A1630|-89.43,45.02,-88.63,45.48
A1631|-90.05,45.11,-89.42,45.56
A1632|-90.32,44.68,-89.22,45.13
A1633|-88.43,44.96,-87.48,45.8
A1634|-88.99,44.85,-88.48,45.12
A1635|-90.98,43.72,-90.31,44.17
A1636|-88.69,44.67,-87.76,45.38
A1637|-90.05,45.46,-89.04,45.91
A1638|-92.81,44.4,-91.65,44.87
A1639|-92.89,45.2,-92.15,45.73
A1640|-89.85,44.24,-89.22,44.69
A1641|-90.68,45.37,-90.04,45.99
A1642|-90.68,43.16,-90.19,43.56
A1643|-89.37,42.49,-88.77,42.85
A1644|-91.55,45.29,-90.67,45.64
A1645|-90.32,43.14,-89.59,43.65
A1646|-91.56,45.63,-90.67,46.16
A1647|-89.23,44.58,-88.24,45.03
A1648|-92.81,44.85,-92.13,45.22
A1649|-90.93,45.03,-90.04,45.39
A1650|-91.62,43.98,-91.15,44.6
A1651|-91.28,43.42,-90.31,43.74
A1652|-90.05,45.85,-88.93,46.3
A1653|-88.78,42.49,-88.3,42.85
A1654|-92.06,45.63,-91.54,46.16
A1655|-88.42,43.19,-88.03,43.55
A1656|-88.55,42.84,-88.06,43.2
A1657|-89.23,44.24,-88.6,44.69
A1658|-89.6,43.98,-88.88,44.25
A1659|-90.32,44.24,-89.72,44.69
A1660|69.24,39.19,80.29,43.22
A1661|69.24,39.51,70.02,40.22
A1662|70.01,39.19,73.02,42.83
A1663|73.01,39.35,76.02,43.22
A1664|76.01,40.35,79.02,43
A1665|79.01,41.66,80.29,42.8
A1666|65.6,3.87,97.42,35.51
A1667|76.75,12.61,84.81,19.92
A1668|91.55,26.65,97.42,29.47
A1669|89.69,24.13,96.03,27.98
A1670|83.31,24.28,88.3,27.86
A1671|76.83,28.4,77.34,28.89
A1672|68.13,20.05,74.48,24.71
A1673|74.46,27.65,77.6,30.94
A1674|75.57,30.38,79,33.26
A1675|73.76,32.27,79.57,35.51
A1676|83.32,21.96,87.98,25.35
A1677|74.03,21.07,82.81,26.88
A1678|72.6,15.6,80.9,22.04
A1679|92.97,23.84,94.76,25.7
A1680|89.82,25.03,92.81,26.12
A1681|93.33,25.2,95.25,27.05
A1682|89.69,21.94,97.42,29.47
A1683|81.38,17.8,87.5,22.57
A1684|73.87,29.54,76.94,32.58
A1685|69.48,23.06,78.27,30.2
A1686|77.08,23.87,84.64,30.42
A1687|77.56,28.71,81.02,31.48
A1688|92.15,6.7,94.33,13.73
A1689|80.23,17.78,84.39,24.11
A1690|73.61,14.86,74.35,15.8
A1691|74,11.57,78.58,18.46
A1692|74.81,8.25,77.4,12.8
A1693|72.04,8.21,73.76,11.76
A1694|92.25,21.94,93.45,24.53
A1695|88.01,27.08,88.92,28.14
A1696|76.22,8.02,80.4,13.59
A1697|91.15,22.94,92.34,24.54
A1698|85.82,21.49,89.88,27.23
A1699|22.36,41.24,31.35,44.23
A1700|22.36,41.32,24,44.23
A1701|24,41.24,30.01,44.15
A1702|22.36,41.24,28.68,44.23
A1703|30,42.56,31.35,43.67
A1704|22.15,47.71,25.01,51.92
A1705|25,47.72,28.01,51.96
A1706|28,45.18,31.01,52.09
A1707|31,44.32,34.01,52.38
A1708|34,44.33,37.01,52.25
A1709|37,46.8,40.01,50.44
A1710|40,48.8,40.18,49.62
A1711|102.14,-34.68,108.01,-8.87
A1712|108,-37.84,114.01,-10.72
A1713|114,-38.53,120.01,-12.06
A1714|120,-38.07,126.01,-10.46
A1715|125.99,-37.38,132,-9.1
A1716|132,-40.71,138.01,-8.88
A1717|138,-48.19,144.01,-9.08
A1718|144,-50.89,150.01,-9.23
A1719|150,-58.96,156,-13.87
A1720|156,-60.56,162.01,-14.08
A1721|162,-59.39,168,-25.94
A1722|11.79,-6.04,12.37,-5.79
A1723|117.55,-35.21,118.22,-34.75
A1724|114.9,-22.2,115.59,-20.21
A1725|122.08,-18.09,122.62,-16.75
A1726|115.18,-33.75,115.87,-33.4
A1727|113.33,-25.5,114,-23
A1728|115.73,-34.67,116.4,-33.25
A1729|121.56,-34.5,122.2,-33.33
A1730|113.75,-22.42,114.25,-21.75
A1731|114.51,-29.1,115,-28.48
A1732|121,-32.25,121.84,-28.75
A1733|114.83,-30.74,115.34,-29.08
A1734|113.9,-28.5,114.75,-27.16
A1735|116.58,-20.92,117.25,-20.25
A1736|128.5,-16.75,129,-14.75
A1737|115.15,-31.49,115.62,-30.71
A1738|114.96,-34.42,115.24,-33.51
A1739|115.44,-33.42,116.09,-31.33
A1740|118.25,-20.79,118.97,-20.1
A1741|-62.09,9.83,-59.99,12.34
A1742|-60,9.95,-57.28,12.19
A1743|12.07,46.93,16.83,51.06
A1744|14.41,47.42,18.86,50.45
A1745|-111.57,31.43,-110.44,32.52
A1746|-112.52,31.5,-111.56,32.51
A1747|-113.33,31.8,-112.51,32.51
A1748|-110.87,32.33,-110.61,32.49
A1749|-118.61,43.49,-117.49,44.19
A1750|-119.22,43.52,-118.52,44.36
A1751|-123.81,45.4,-123.01,45.98
A1752|-119.89,44.24,-118.61,44.94
A1753|-119.41,41.88,-117.67,43.54
A1754|-117.61,44.61,-116.63,45.28
A1755|-122.73,42.53,-121.71,43.34
A1756|-120.56,44.38,-119.82,44.78
A1757|-121.79,44.89,-119.03,45.95
A1758|-121.01,44.21,-120.31,44.61
A1759|-118.14,41.88,-116.85,43.54
A1760|-119.65,44.99,-118.11,46.04
A1761|-118.77,44.16,-117.48,45.02
A1762|-120.97,41.88,-119.15,43.45
A1763|-122.71,41.95,-121.96,42.46
A1764|-119.35,44.52,-118.64,45.21
A1765|-118.16,45.27,-116.42,46.05
A1766|-120.42,41.95,-119.3,42.43
A1767|-122.26,42.99,-121.48,44.18
A1768|16.84,47.73,22.56,49.61
A1769|-115.5,35.88,-114.71,36.43
A1770|141.5,-13.5,142.51,-11.49
A1771|8.33,53.36,10.41,53.99
A1772|113.52,22.06,113.68,22.23
A1773|144.58,-14.59,-64.51,49.38
A1774|136,-66.73,138.01,-65.61
A1775|138,-67.13,142,-66.1
A1776|-102.06,38.69,-101.38,40.01
A1777|-101.49,38.69,-100.71,40.01
A1778|-100.82,38.69,-100.14,40.01
A1779|-100.19,38.69,-99.03,40.01
A1780|-99.07,38.26,-98.47,40.01
A1781|-98.51,38.15,-97.92,40.01
A1782|-97.94,38.08,-96.8,40.01
A1783|-96.97,38.73,-95.94,39.57
A1784|-96.94,38.08,-95.94,38.88
A1785|-96.81,39.21,-94.85,40.01
A1786|-96.04,38.73,-94.58,39.43
A1787|-102.05,36.99,-101.06,38.71
A1788|-101.13,36.99,-100.08,38.71
A1789|-100.25,36.99,-99.54,38.7
A1790|-99.59,36.99,-98.91,38.7
A1791|-99.03,36.99,-98.34,38.27
A1792|-98.48,37.38,-96.52,38.18
A1793|-98.35,36.99,-96.52,37.48
A1794|-96.53,36.99,-95.5,38.88
A1795|-95.53,36.99,-94.6,38.74
A1796|141.19,10.95,144.01,23.9
A1797|144,11.05,149.55,23.9
A1798|8.2,-18.02,24.09,-4.38
A1799|34.44,16.29,55.67,32.16
A1800|-117.24,41.99,-111.04,49.01
A1801|34.44,24.92,36.01,29.38
A1802|36,16.29,42,32.16
A1803|41.99,16.35,48,31.15
A1804|47.99,17.94,54.01,28.94
A1805|54,19.66,55.67,22.77
A1806|90.01,-90,89.99,90
A1807|-29.99,-90,-30.01,90
A1808|179.49,-15.94,-174.27,-9.84
A1809|-85.97,7.98,-82.53,11.22
A1810|-90.45,2.15,-82.92,11.11
A1811|-83.6,9.6,-81.43,11.77
A1812|19.97,41.85,21.8,43.25
A1813|8.2,-17.28,12.01,-5.03
A1814|12,-17.44,18,-4.38
A1815|17.99,-18.02,24.09,-6.91
A1816|8.2,-17.26,13.86,-6.01
A1817|102.14,20.89,103.99,22.82
A1818|103.21,20.57,105.03,22.04
A1819|103.4,8.33,105.54,10.55
A1820|103.53,10.18,105.86,22.85
A1821|104.33,9.19,106.69,23.4
A1822|105.26,9.75,107.8,23.12
A1823|104.83,16.92,107.03,22.7
A1824|106.41,11.3,107.43,17.22
A1825|105.43,21.32,106.25,22.75
A1826|105.88,15.99,108.24,21.63
A1827|106.09,21.32,107.37,22.47
A1828|107.33,13.92,108.55,15.42
A1829|108.55,11.25,109.53,14.71
A1830|107.2,10.43,109.52,14.61
A1831|13.33,-38.17,36.54,-22.13
A1832|32.71,-50.32,42.85,-43.26
A1833|-73.28,-52.43,-68.3,-50.33
A1834|-73.28,-52,-70.5,-50.33
A1835|-70.5,-52.43,-68.3,-50.33
A1836|-68.64,-55.11,-63.73,-52.59
A1837|9.53,46.77,11.84,47.61
A1838|11.83,46.4,14.84,48.79
A1839|14.83,46.56,17.17,49.02
A1840|-73.59,-50.34,-70.5,-44.94
A1841|-67.5,-49.05,-65.47,-43.58
A1842|-2.75,51.45,0,53.3
A1843|-180,-90,180,-50
A1844|-3.14,53.32,-1.34,53.9
A1845|-1.89,51.46,.16,53.42
A1846|-4.31,57.1,-2.1,57.71
A1847|-18.22,27.58,-13.37,29.47
A1848|-18.22,27.59,-18,27.88
A1849|-18.06,27.58,-13.37,29.47
A1850|-18.06,27.58,-16.08,28.9
A1851|-4.65,55.55,-4.05,55.95
A1852|92.01,0,96,7.79
A1853|96,0,102,7.49
A1854|102,0,108,6.94
A1855|108,0,114,7.37
A1856|114,0,120,4.37
A1857|120,0,126,5.48
A1858|126,0,132,6.68
A1859|96,-8.86,102,0
A1860|102,-10.73,108.01,0
A1861|108,-12.07,114,0
A1862|114,-13.06,120.01,0
A1863|120,-13.95,126.01,.01
A1864|126,-9.45,132,0
A1865|132,-10.06,138.01,0
A1866|138,-10.84,141.46,0
A1867|-58.54,-34.71,-58.29,-34.5
A1868|4.65,44.87,7.88,45.89
A1869|-124.79,41.98,-116.47,49.05
A1870|-48,39.85,-42,54.47
A1871|-42,45.53,-40.73,49.53
A1872|-3.56,55.55,-1.94,57.21
A1873|-1.9,54.85,-1.3,55.3
A1874|-1.43,51.7,-.36,52.24
A1875|29.26,49.17,32.16,51.55
A1876|32.47,44.38,36.65,46.24
A1877|27.37,48.06,30.02,49.89
A1878|23.6,50.28,26.11,51.97
A1879|32.95,47.45,36.94,49.19
A1880|36.54,46.86,39.1,49.24
A1881|27.19,49.58,29.74,51.68
A1882|22.13,47.89,24.63,49.1
A1883|34.17,46.07,37.25,48.15
A1884|23.53,47.72,25.66,49.56
A1885|29.74,47.74,33.9,49.25
A1886|37.83,47.82,40.23,50.09
A1887|22.64,48.71,25.43,50.65
A1888|30.2,46.36,33.19,48.23
A1889|28.21,45.2,31.3,48.24
A1890|32.08,48.74,35.49,50.55
A1891|25.08,50,27.74,51.95
A1892|32.93,50.1,35.67,52.37
A1893|24.71,48.5,26.45,50.27
A1894|34.84,48.52,38.1,50.46
A1895|31.51,45.75,35.11,47.6
A1896|26.13,48.45,27.9,50.59
A1897|29.6,48.45,32.89,50.23
A1898|24.9,47.72,27.54,48.68
A1899|30.48,50.34,33.51,52.38
A1900|30.23,50.21,30.83,50.59
A1901|33.37,44.38,33.93,44.85
A1902|-3.27,51.35,-.36,53.26
A1903|-2.4,53.25,-1.39,53.55
A1904|156,-14.26,162.01,-1.11
A1905|162,-4.36,162.81,-2.34
A1906|-3.3,51.5,-2.89,51.85
A1907|-1.7,53.6,-.27,53.9
A1908|-4.4,55.7,-3.3,57.55
A1909|-4.6,57.4,-3,58.64
A1910|-3.15,53.09,-2.1,53.65
A1911|-113.21,-30.54,-108,-23.72
A1912|-78.51,38.64,-70.48,42.74
A1913|23.99,4.21,30.01,22.01
A1914|29.99,3.49,36,22.24
A1915|36,3.4,42,22.01
A1916|42,4.11,47.99,12.85
A1917|102,-56,108,-10
A1918|109.23,-37.84,114,-17.19
A1919|114,-38.53,120,-12.61
A1920|138,-46.63,144.01,-2.53
A1921|144,-47.2,150.01,-1.3
A1922|150,-46.44,156,-2.32
A1923|156,-35.13,162.01,-14.08
A1924|162,-34.22,163.2,-27.25
A1925|125.99,-37.05,132.01,-9.37
A1926|132,-36.14,138,-25.99
A1927|138,-38.13,144.01,-9.86
A1928|144,-29.01,150,-14.01
A1929|150,-29.19,153.61,-22
A1930|34.51,26.82,36,29.38
A1931|36,16.59,42,32.16
A1932|42,16.37,48.01,31.15
A1933|47.99,17.94,54.01,30.04
A1934|50.39,25.53,50.85,26.34
A1935|42,0,48,11.52
A1936|48,4.44,51.47,12.03
A1937|-53.38,-35.71,-47.99,-25.01
A1938|-48.01,-33.5,-41.99,0
A1939|-42.01,-26.35,-36,.01
A1940|19.99,-26.88,24,-10.86
A1941|24,-25.84,30,-8.31
A1942|30,-22.42,35.93,-8.19
A1943|29.34,-6.81,30,0
A1944|29.99,-11.61,36,.01
A1945|36,-11.75,41.6,0
A1946|29.71,0,30,.86
A1947|29.99,0,36,4.63
A1948|36,0,41.91,4.49
A1949|105.06,-7.79,108,-4.07
A1950|108,-8.67,114,-4.27
A1951|114,-8.91,117.01,-5.33
A1952|9.47,47.05,9.64,47.28
A1953|-77.37,7.9,-72,13.68
A1954|-79.1,.03,-75.58,10.21
A1955|8.2,-17.26,12,-6.03
A1956|12,-17.44,18,-5.82
A1957|10.83,-6.59,11.67,-6.03
A1958|-70.5,-52.43,-67.49,-24.08
A1959|-67.5,-49.05,-64.49,-21.78
A1960|-64.5,-43.14,-61.49,-21.99
A1961|19.99,-26.88,24,-17.99
A1962|24,-25.84,29.38,-17.78
A1963|21,-26.88,27,-17.78
A1964|8.18,34.65,11.37,37.4
A1965|7.49,30.23,11.59,34.66
A1966|-58.16,-31.91,-54,-17.99
A1967|-54,-33.78,-48,-15
A1968|-42,-22.96,-36,-2.68
A1969|-36,-10.1,-34.74,-4.99
A1970|-54.5,46.56,-52.54,49.89
A1971|-57.5,46.81,-54.49,54.71
A1972|-59.48,47.5,-57.5,50.54
A1973|-63,52,-60,58.92
A1974|-66,51.58,-63,60.52
A1975|-67.81,52.05,-66,55.34
A1976|33,21.97,36.95,31.36
A1977|29,21.99,34.27,33.82
A1978|24.7,28.18,29,31.68
A1979|24.99,21.99,29.01,28.19
A1980|-16.1,48.43,-12,56.57
A1981|-12,36.13,-6,62.41
A1982|0,38.56,6.01,82.45
A1983|5.99,36.53,12.01,84.33
A1984|12,34.49,18.01,84.42
A1985|17.99,33.59,24.01,84.54
A1986|24,25.71,30.01,84.73
A1987|30,29.19,36,84.7
A1988|36,29.18,42,79.07
A1989|42,36.97,44.83,41.6
A1990|-5.05,51.03,3.4,62.03
A1991|2.53,51.45,6.41,55.77
A1992|54,16.89,59.91,26.42
A1993|95.16,2.55,96,5.97
A1994|96,-1.81,99,5.42
A1995|99,-3.57,102,3.71
A1996|102,-5.99,105,1.68
A1997|105,-7.79,108,4.11
A1998|108,-8.31,111,4.25
A1999|111,-8.67,114,1.59
A2000|114,-9.15,117.01,4.37
A2001|117,-10.15,120,4.36
A2002|120,-10.98,123,1.4
A2003|123,-10.92,126,3.84
A2004|126,-8.32,129,4.59
A2005|129,-8.41,132,.1
A2006|132,-7.3,135,-.29
A2007|135,-8.49,138,-.58
A2008|138,-9.19,141.01,-1.49
A2009|96,0,102,5.42
A2010|102,0,108,4.11
A2011|108,0,114,4.25
A2012|120,0,125.71,3.84
A2013|126.55,0,131,4.59
A2014|98.24,-3.57,102,0
A2015|102,-7.79,108,0
A2016|108,-8.67,114,0
A2017|114,-10.15,120,0
A2018|120,-10.98,126,0
A2019|126,-8.41,132,0
A2020|132,-8.49,138,-.29
A2021|92.2,15.66,96.01,27.14
A2022|95.99,5.63,102.01,28.55
A2023|102,6.02,105.64,18.44
A2024|97.34,5.63,102.01,20.46
A2025|88.01,21.59,90,26.64
A2026|90,20.52,92.67,25.29
A2027|60.86,24.98,66.01,29.87
A2028|66,23.64,72.01,36.56
A2029|72,28.21,77.83,37.07
A2030|68.13,20.64,72.01,28.22
A2031|72,8.02,78.01,35.51
A2032|78,8.29,84.01,35.5
A2033|84,18.18,90.01,28.14
A2034|90,21.94,96.01,29.42
A2035|96,27.1,97.42,29.47
A2036|71.18,35.58,77.01,37.07
A2037|60.86,28,81.64,35.59
A2038|61.59,21,82.01,28.01
A2039|70.14,15,87.15,21.01
A2040|73.94,8.02,80.4,15.01
A2041|60.86,28,77.83,35.59
A2042|61.59,23.64,71.91,28.01
A2043|70.35,28,81.64,35.51
A2044|68.13,21,82.01,28.01
A2045|82,21,97.42,29.47
A2046|82,21,101.17,29.47
A2047|99.59,2.29,102.01,6.72
A2048|102,1.21,105.82,7.81
A2049|-72,.73,-66,12.25
A2050|-66,.64,-59.8,11.23
A2051|-80.18,0,-78,1.45
A2052|-78,0,-71.99,11.62
A2053|-72,.73,-66,12.68
A2054|-66,.64,-59.99,11.23
A2055|-60,1.18,-56.47,8.58
A2056|-81.41,-10.53,-78,0
A2057|-78,-43.5,-71.99,0
A2058|-72,-43.5,-66,-2.14
A2059|-51.64,-1.05,-48,5.6
A2060|-81.41,-8.32,-79,-3.38
A2061|-79,-16.57,-73,-.03
A2062|-73,-18.39,-68.67,-2.14
A2063|116.89,7.75,118,9.32
A2064|118,8.82,120.07,11.58
A2065|119.7,4.99,122.21,19.45
A2066|121.74,6.35,124.29,18.58
A2067|123.73,5.5,126.65,14.15
A2068|42,37,48,41.65
A2069|19.02,53.89,28.24,60
A2070|-9.85,31.49,-1.01,35.97
A2071|-13.24,27.66,-3.59,31.51
A2072|-17,21.06,-8.67,27.9
A2073|-15.42,24.29,-8.66,27.67
A2074|-17.16,20.71,-12,24.31
A2075|2.66,1.92,6,6.14
A2076|6,2.61,7.82,3.68
A2077|2.69,3.57,6.5,13.9
A2078|6.5,3.57,10.51,13.53
A2079|10.49,6.43,14.65,13.72
A2080|9.25,0,12,2.32
A2081|7.03,-6.37,12.01,2.32
A2082|-144,53.47,-138,73.59
A2083|-138,52.58,-132,73.04
A2084|-132,49.18,-126,72.03
A2085|-126,34.4,-119.99,77.13
A2086|-120,26.93,-114,78.13
A2087|-114,18.66,-108,78.81
A2088|-108,17.86,-102,79.42
A2089|-102,15.59,-96,80.74
A2090|-96,13.63,-90,81.96
A2091|-90.01,9.27,-84,82.54
A2092|-84,7.98,-78,83.03
A2093|-78,18.83,-72,83.16
A2094|-72,33.61,-66,83.17
A2095|-66,38.21,-59.99,82.97
A2096|-60,40.57,-54,68.93
A2097|-121.43,32.76,-114.12,35.81
A2098|-118.96,33.66,-117.63,34.83
A2099|-93.94,27.82,-87.76,31.07
A2100|-162,15.57,-155.99,74.71
A2101|-156,15.56,-149.99,74.71
A2102|-144,52.05,-137.99,73.59
A2103|-132,35.38,-126,80.93
A2104|-126,30.54,-119.99,81.8
A2105|-120,30.88,-114,83.5
A2106|-114,31.33,-108,84
A2107|-108,28.98,-102,84
A2108|-102,25.83,-96,84
A2109|-96,25.61,-90,84
A2110|-90,23.97,-84,84
A2111|-84,23.81,-78,84
A2112|-78,28.28,-72,84
A2113|-72,14.92,-66,84
A2114|-66,15.63,-60,84
A2115|42,28.53,48,37.39
A2116|50.55,22.76,54.01,27.05
A2117|54,22.63,57.13,26.27
A2118|165.87,-47.65,168,-42.59
A2119|168,-47.64,174,-33.89
A2120|174,-44.13,179.27,-34.24
A2121|171.99,-41.67,178.63,-34.1
A2122|166.37,-47.33,174.46,-40.44
A2123|4.68,57.93,7.23,63.06
A2124|7.22,57.95,9.56,63.87
A2125|9.55,58.84,11.98,65.76
A2126|11.97,59.88,15.06,69.06
A2127|15.05,66.15,18.89,70.19
A2128|18.88,68.33,22.89,70.81
A2129|22.88,68.58,26.98,71.21
A2130|26.97,69.02,31.22,71.17
A2131|6.84,47.42,8.23,49.07
A2132|-4.87,48.14,8.23,51.14
A2133|-4.8,45.44,7.63,48.15
A2134|-1.79,42.33,7.71,45.46
A2135|8.5,41.31,9.63,43.07
A2136|-54,1.68,-46.65,5.81
A2137|-78,0,-72,12.31
A2138|-72,0,-66,12.52
A2139|-60,1.18,-54,8.6
A2140|-60,-38.91,-53.99,4.51
A2141|-54,-35.71,-47.99,7.04
A2142|-48,-26.3,-42,0
A2143|-36,-10.05,-30,-5.15
A2144|-78,-45,-71.99,0
A2145|-72,-45,-65.99,2.15
A2146|-66,-45,-59.99,5.28
A2147|-61.55,-52.33,-59.99,-50.96
A2148|-60,-52.51,-57.6,-51.13
A2149|8.24,-30.64,16.46,-17.24
A2150|11.66,-18.53,12,-17.15
A2151|12,-21.9,14.01,-16.95
A2152|14,-28.3,16,-17.38
A2153|15.99,-28.83,18.01,-17.38
A2154|18,-28.97,20,-17.38
A2155|19.99,-22.01,22,-17.85
A2156|21.99,-18.49,24,-17.52
A2157|24,-18.18,25.27,-17.47
A2158|43.18,-25.64,50.56,-11.89
A2159|42.53,-26.59,48,-13
A2160|48,-24.21,51.03,-11.69
A2161|109.31,.85,114,7.37
A2162|114,1.43,119.61,7.67
A2163|109.54,.85,115.69,5.03
A2164|-10.56,51.39,-5.93,55.43
A2165|51.56,22.76,54.01,24.32
A2166|53.99,22.63,56.03,25.34
A2167|-2.22,34.64,8.64,37.14
A2168|-2.95,31.99,9.09,34.66
A2169|-8.67,25.73,-6,29.85
A2170|-6,21.82,0,37.01
A2171|0,18.97,6.01,38.77
A2172|6,19.6,11.99,38.8
A2173|-3.85,31.49,9.22,34.66
A2174|-57.25,5.34,-52.66,9.35
A2175|-58.08,1.83,-53.95,6.06
A2176|46.54,28.53,48,30.09
A2177|48,28.54,48.48,30.04
A2178|-120,15.01,-114,32.72
A2179|-102.01,12.3,-96,29.81
A2180|-96,0,-90,26
A2181|-90,0,-83.99,25.77
A2182|-84,0,-78,19.54
A2183|-78,0,-72,15.04
A2184|-72,0,-66,15.64
A2185|-66,.64,-59.99,16.75
A2186|-60,1.18,-54,12.19
A2187|-54,0,-47.99,9.24
A2188|-84,-56.45,-78,0
A2189|-78,-59.36,-71.99,0
A2190|-72,-59.87,-66,2.15
A2191|-66,-58.39,-60,5.28
A2192|-60,-44.82,-54,4.51
A2193|-54,-54.18,-47.99,7.04
A2194|-84,.9,-78,15.51
A2195|-66,0,-60,16.75
A2196|-60,0,-54,10.7
A2197|-54,0,-48,9.24
A2198|-84,-56.45,-75.21,1.45
A2199|-72,-59.87,-66,0
A2200|-66,-58.39,-60,0
A2201|-60,-44.82,-54,0
A2202|-54,-39.95,-48,0
A2203|-48,-33.5,-42,0
A2204|-42,-26.35,-36,0
A2205|-116.07,47.41,-104.04,49.01
A2206|-116.06,46.17,-104.04,48.26
A2207|-114.57,44.35,-104.04,46.87
A2208|-104.06,41.68,-96.07,43.01
A2209|-104.06,39.99,-95.3,42.01
A2210|-107.73,31.78,-104.83,37
A2211|-83.36,33.46,-78.52,35.21
A2212|-82.03,32.05,-78.95,33.95
A2213|-105,27.78,-93.41,30.67
A2214|-100.2,25.83,-95.36,28.21
A2215|-124.4,45.54,-116.91,47.96
A2216|-102,25.83,-95.87,49.01
A2217|-96.01,25.61,-89.86,49.38
A2218|-90.01,23.95,-83.91,48.32
A2219|-84.09,23.81,-77.99,46.13
A2220|-97.22,25.97,-95.87,28.43
A2221|-96,25.61,-89.86,29.73
A2222|-90.01,23.95,-83.91,30.25
A2223|-84.09,23.82,-81.17,29.94
A2224|-111.06,40.99,-104.05,45.01
A2225|-68.49,14.92,-63.88,21.86
A2226|-180,0,-174,84
A2227|-174,0,-168,84
A2228|-168,0,-162,84
A2229|-162,0,-156,84
A2230|-156,0,-150,84
A2231|-150,0,-144,84
A2232|-144,0,-138,84
A2233|-138,0,-132,84
A2234|-132,0,-126,84
A2235|-126,0,-120,84
A2236|-120,0,-114,84
A2237|-114,0,-108,84
A2238|-108,0,-102,84
A2239|-102,0,-96,84
A2240|-96,0,-90,84
A2241|-90,0,-84,84
A2242|-84,0,-78,84
A2243|-78,0,-72,84
A2244|-72,0,-66,84
A2245|-66,0,-60,84
A2246|-60,0,-54,84
A2247|-54,0,-48,84
A2248|-48,0,-42,84
A2249|-42,0,-36,84
A2250|-36,0,-30,84
A2251|-30,0,-24,84
A2252|-24,0,-18,84
A2253|-18,0,-12,84
A2254|-12,0,-6,84
A2255|-6,0,0,84
A2256|0,0,6,84
A2257|6,0,12,84
A2258|12,0,18,84
A2259|18,0,24,84
A2260|24,0,30,84
A2261|30,0,36,84
A2262|36,0,42,84
A2263|42,0,48,84
A2264|48,0,54,84
A2265|54,0,60,84
A2266|60,0,66,84
A2267|66,0,72,84
A2268|72,0,78,84
A2269|78,0,84,84
A2270|84,0,90,84
A2271|90,0,96,84
A2272|96,0,102,84
A2273|102,0,108,84
A2274|108,0,114,84
A2275|114,0,120,84
A2276|120,0,126,84
A2277|126,0,132,84
A2278|132,0,138,84
A2279|138,0,144,84
A2280|144,0,150,84
A2281|150,0,156,84
A2282|156,0,162,84
A2283|162,0,168,84
A2284|168,0,174,84
A2285|174,0,180,84
A2286|-180,-80,-174,0
A2287|-174,-80,-168,0
A2288|-168,-80,-162,0
A2289|-162,-80,-156,0
A2290|-156,-80,-150,0
A2291|-150,-80,-144,0
A2292|-144,-80,-138,0
A2293|-138,-80,-132,0
A2294|-132,-80,-126,0
A2295|-126,-80,-120,0
A2296|-120,-80,-114,0
A2297|-114,-80,-108,0
A2298|-108,-80,-102,0
A2299|-102,-80,-96,0
A2300|-96,-80,-90,0
A2301|-90,-80,-84,0
A2302|-84,-80,-78,0
A2303|-78,-80,-72,0
A2304|-72,-80,-66,0
A2305|-66,-80,-60,0
A2306|-60,-80,-54,0
A2307|-54,-80,-48,0
A2308|-48,-80,-42,0
A2309|-42,-80,-36,0
A2310|-36,-80,-30,0
A2311|-30,-80,-24,0
A2312|-24,-80,-18,0
A2313|-18,-80,-12,0
A2314|-12,-80,-6,0
A2315|-6,-80,0,0
A2316|0,-80,6,0
A2317|6,-80,12,0
A2318|12,-80,18,0
A2319|18,-80,24,0
A2320|24,-80,30,0
A2321|30,-80,36,0
A2322|36,-80,42,0
A2323|42,-80,48,0
A2324|48,-80,54,0
A2325|54,-80,60,0
A2326|60,-80,66,0
A2327|66,-80,72,0
A2328|72,-80,78,0
A2329|78,-80,84,0
A2330|84,-80,90,0
A2331|90,-80,96,0
A2332|96,-80,102,0
A2333|102,-80,108,0
A2334|108,-80,114,0
A2335|114,-80,120,0
A2336|120,-80,126,0
A2337|126,-80,132,0
A2338|132,-80,138,0
A2339|138,-80,144,0
A2340|144,-80,150,0
A2341|150,-80,156,0
A2342|156,-80,162,0
A2343|162,-80,168,0
A2344|168,-80,174,0
A2345|174,-80,180,0
A2346|32.64,-27.71,43.03,-10.09
2000|~British West Indies Grid|tmerc 0 -62 .9995 400000 0|0|0|372
2001|~British West Indies Grid|tmerc 0 -62 .9995 400000 0|1|1
2002|~British West Indies Grid|tmerc 0 -62 .9995 400000 0|2|2
2003|~British West Indies Grid|tmerc 0 -62 .9995 400000 0|3|3|167
2004|~British West Indies Grid|tmerc 0 -62 .9995 400000 0|4|4
2005|~British West Indies Grid|tmerc 0 -62 .9995 400000 0|5|5
2006|~British West Indies Grid|tmerc 0 -62 .9995 400000 0|6|6
2007|St. Vincent 45 / British West Indies Grid|tmerc 0 -62 .9995 400000 0|7|7
2008|~SCoPQ zone 2|tmerc 0 -55.5 .9999 304800 0|8|8|237
2009|~SCoPQ zone 3|tmerc 0 -58.5 .9999 304800 0|8|9|234
2010|~SCoPQ zone 4|tmerc 0 -61.5 .9999 304800 0|8|10|237
2011|~SCoPQ zone 5|tmerc 0 -64.5 .9999 304800 0|8|11|235
2012|~SCoPQ zone 6|tmerc 0 -67.5 .9999 304800 0|8|12|236
2013|~SCoPQ zone 7|tmerc 0 -70.5 .9999 304800 0|8|13|238
2014|~SCoPQ zone 8|tmerc 0 -73.5 .9999 304800 0|8|14|238
2015|~SCoPQ zone 9|tmerc 0 -76.5 .9999 304800 0|8|15|237
2016|~SCoPQ zone 10|tmerc 0 -79.5 .9999 304800 0|8|16|237
2017|~MTM zone 8|tmerc 0 -73.5 .9999 304800 0|9|17|238
2018|~MTM zone 9|tmerc 0 -76.5 .9999 304800 0|9|18|238
2019|~MTM zone 10|tmerc 0 -79.5 .9999 304800 0|9|19|238
2020|~MTM zone 11|tmerc 0 -82.5 .9999 304800 0|9|20|238
2021|~MTM zone 12|tmerc 0 -81 .9999 304800 0|9|21|238
2022|~MTM zone 13|tmerc 0 -84 .9999 304800 0|9|22|238
2023|~MTM zone 14|tmerc 0 -87 .9999 304800 0|9|23|237
2024|~MTM zone 15|tmerc 0 -90 .9999 304800 0|9|24|236
2025|~MTM zone 16|tmerc 0 -93 .9999 304800 0|9|25|236
2026|~MTM zone 17|tmerc 0 -96 .9999 304800 0|9|26|236
2027|~UTM zone 15N|utm 15|9|27|236
2028|~UTM zone 16N|utm 16|9|28|237
2029|~UTM zone 17N|utm 17|9|29|238
2030|~UTM zone 18N|utm 18|9|30|238
2031|~UTM zone 17N|utm 17|8|16|237
2032|~UTM zone 18N|utm 18|8|31|238
2033|~UTM zone 19N|utm 19|8|32|238
2034|~UTM zone 20N|utm 20|8|33|236
2035|~UTM zone 21N|utm 21|8|9|234
2036|~New Brunswick Stereo|sterea 46.5 -66.5 .999912 2500000 7500000|10|34
2037|~UTM zone 19N|utm 19|10|35
2038|~UTM zone 20N|utm 20|10|36
2039|~Israeli TM Grid|tmerc 31.7343936111111 35.2045169444444 1.0000067 219529.584 626907.39|11|37
2040|~UTM zone 30N|utm 30|12|38|117
2041|~UTM zone 30N|utm 30|13|38
2042|~UTM zone 29N|utm 29|12|39|119
2043|~UTM zone 29N|utm 29|13|39
2044|~Gauss-Kruger zone 18|tmerc 0 105 1 18500000 0|14|40|66
2045|~Gauss-Kruger zone 19|tmerc 0 111 1 19500000 0|14|41|2
2046|~Lo15|tmerc 0 15 1 0 0 axis=wsu|15|42
2047|~Lo17|tmerc 0 17 1 0 0 axis=wsu|15|43
2048|~Lo19|tmerc 0 19 1 0 0 axis=wsu|15|44
2049|~Lo21|tmerc 0 21 1 0 0 axis=wsu|15|45
2050|~Lo23|tmerc 0 23 1 0 0 axis=wsu|15|46
2051|~Lo25|tmerc 0 25 1 0 0 axis=wsu|15|47
2052|~Lo27|tmerc 0 27 1 0 0 axis=wsu|15|48
2053|~Lo29|tmerc 0 29 1 0 0 axis=wsu|15|49
2054|~Lo31|tmerc 0 31 1 0 0 axis=wsu|15|50
2055|~Lo33|tmerc 0 33 1 0 0 axis=wsu|15|51
2056|~LV95|somerc 46.9524055555556 7.43958333333333 1 2600000 1200000|16|52
2057|~Nakhl e Taqi|omerc 27.5188288055556 52.6035391666667 .571661194444444 .571661194444444 .999895934 658377.437 3044969.194|17|53
2058|~UTM zone 38N|utm 38|18|54
2059|~UTM zone 39N|utm 39|18|55
2060|~UTM zone 40N|utm 40|18|56
2061|~UTM zone 41N|utm 41|18|57
2062|~Spain LCC|lcc 40 0 40 k_0=.9988085293 x_0=600000 y_0=600000|19|58|256
2063|Dabola 1981 / UTM zone 28N|utm 28|20|59
2064|Dabola 1981 / UTM zone 29N|utm 29|20|60
2066|~Tobago Grid|cass 11.2521786111111 -60.6860088888889 37718.66159325 36209.91512952 to_meter=.201166195164|21|61|113
2067|~UTM zone 20N|utm 20|22|62
2068|~Libya zone 5|tmerc 0 9 .9999 200000 0|23|63
2069|~Libya zone 6|tmerc 0 11 .9999 200000 0|23|64
2070|~Libya zone 7|tmerc 0 13 .9999 200000 0|23|65
2071|~Libya zone 8|tmerc 0 15 .9999 200000 0|23|66
2072|~Libya zone 9|tmerc 0 17 .9999 200000 0|23|67
2073|~Libya zone 10|tmerc 0 19 .9999 200000 0|23|68
2074|~Libya zone 11|tmerc 0 21 .9999 200000 0|23|69
2075|~Libya zone 12|tmerc 0 23 .9999 200000 0|23|70
2076|~Libya zone 13|tmerc 0 25 .9999 200000 0|23|71
2077|~UTM zone 32N|utm 32|23|72
2078|~UTM zone 33N|utm 33|23|73
2079|~UTM zone 34N|utm 34|23|74
2080|~UTM zone 35N|utm 35|23|71
2081|~Argentina 2|tmerc -90 -69 1 2500000 0|24|75|129
2082|~Argentina 2|tmerc -90 -69 1 2500000 0|25|76|269
2083|~Argentina 2|tmerc -90 -69 1 2500000 0|26|77
2084|~UTM zone 19S|utm 19 +south|26|78|95
2085|~Cuba Norte|lcc 22.35 -81 22.35 k_0=.99993602 x_0=500000 y_0=280296.016|27|79
2086|~Cuba Sur|lcc 20.7166666666667 -76.8333333333333 20.7166666666667 k_0=.99994848 x_0=500000 y_0=229126.939|27|80
2087|~TM 12 NE|tmerc 0 12 .9996 500000 0|23|81
2088|~TM 11 NE|tmerc 0 11 .9996 500000 0|28|82
2089|~UTM zone 38N|utm 38|29|83
2090|~UTM zone 39N|utm 39|29|84
2091|~Gauss Kruger zone 8|tmerc 0 45 1 8500000 0|30|85
2092|~Gauss Kruger zone 9|tmerc 0 51 1 9500000 0|30|86
2093|~GK 106 NE|tmerc 0 106 1 500000 0|31|87
2094|~TM 106 NE|tmerc 0 106 .9996 500000 0|32|88
2095|~UTM zone 28N|utm 28|33|89
2096|~East Belt|tmerc 38 129 1 200000 500000|34|90
2097|~Central Belt|tmerc 38 127 1 200000 500000|34|91
2098|~West Belt|tmerc 38 125 1 200000 500000|34|92
2099|~Qatar Grid|cass 25.3823611111111 50.7613888888889 100000 100000|35|93|2
2100|~Greek Grid|tmerc 0 24 .9996 500000 0|36|94
2101|~Maracaibo Grid M1|lcc 10.1666666666667 -71.6056177777778 10.1666666666667 k_0=1 x_0=0 y_0=-52684.972|37|95|34
2102|~Maracaibo Grid|lcc 10.1666666666667 -71.6056177777778 10.1666666666667 k_0=1 x_0=200000 y_0=147315.028|37|95|34
2103|~Maracaibo Grid M3|lcc 10.1666666666667 -71.6056177777778 10.1666666666667 k_0=1 x_0=500000 y_0=447315.028|37|95|34
2104|~Maracaibo La Rosa Grid|lcc 10.1666666666667 -71.6056177777778 10.1666666666667 k_0=1 x_0=-17044 y_0=-23139.97|37|96|33
2105|~Mount Eden 2000|tmerc -36.8797222222222 174.764166666667 .9999 400000 800000|38|97
2106|~Bay of Plenty 2000|tmerc -37.7611111111111 176.466111111111 1 400000 800000|38|98
2107|~Poverty Bay 2000|tmerc -38.6244444444444 177.885555555556 1 400000 800000|38|99
2108|~Hawkes Bay 2000|tmerc -39.6508333333333 176.673611111111 1 400000 800000|38|100
2109|~Taranaki 2000|tmerc -39.1355555555556 174.227777777778 1 400000 800000|38|101
2110|~Tuhirangi 2000|tmerc -39.5122222222222 175.64 1 400000 800000|38|102
2111|~Wanganui 2000|tmerc -40.2419444444444 175.488055555556 1 400000 800000|38|103
2112|~Wairarapa 2000|tmerc -40.9252777777778 175.647222222222 1 400000 800000|38|104
2113|~Wellington 2000|tmerc -41.3011111111111 174.776388888889 1 400000 800000|38|105
2114|~Collingwood 2000|tmerc -40.7147222222222 172.671944444444 1 400000 800000|38|106
2115|~Nelson 2000|tmerc -41.2744444444444 173.299166666667 1 400000 800000|38|107
2116|~Karamea 2000|tmerc -41.2897222222222 172.108888888889 1 400000 800000|38|108
2117|~Buller 2000|tmerc -41.8105555555556 171.581111111111 1 400000 800000|38|109
2118|~Grey 2000|tmerc -42.3336111111111 171.549722222222 1 400000 800000|38|110
2119|~Amuri 2000|tmerc -42.6888888888889 173.01 1 400000 800000|38|111
2120|~Marlborough 2000|tmerc -41.5444444444444 173.801944444444 1 400000 800000|38|112
2121|~Hokitika 2000|tmerc -42.8861111111111 170.979722222222 1 400000 800000|38|113
2122|~Okarito 2000|tmerc -43.11 170.260833333333 1 400000 800000|38|114
2123|~Jacksons Bay 2000|tmerc -43.9777777777778 168.606111111111 1 400000 800000|38|115
2124|~Mount Pleasant 2000|tmerc -43.5905555555556 172.726944444444 1 400000 800000|38|116
2125|~Gawler 2000|tmerc -43.7486111111111 171.360555555556 1 400000 800000|38|117
2126|~Timaru 2000|tmerc -44.4019444444444 171.057222222222 1 400000 800000|38|118
2127|~Lindis Peak 2000|tmerc -44.735 169.4675 1 400000 800000|38|119
2128|~Mount Nicholas 2000|tmerc -45.1327777777778 168.398611111111 1 400000 800000|38|120
2129|~Mount York 2000|tmerc -45.5636111111111 167.738611111111 1 400000 800000|38|121
2130|~Observation Point 2000|tmerc -45.8161111111111 170.628333333333 1 400000 800000|38|122
2131|~North Taieri 2000|tmerc -45.8613888888889 170.2825 .99996 400000 800000|38|123
2132|~Bluff 2000|tmerc -46.6 168.342777777778 1 400000 800000|38|124
2133|~UTM zone 58S|utm 58 +south|38|125
2134|~UTM zone 59S|utm 59 +south|38|126
2135|~UTM zone 60S|utm 60 +south|38|127
2136|~Ghana National Grid|tmerc 4.66666666666667 -1 .99975 274319.739163358 0 to_meter=.304799710181509|39|128
2137|~TM 1 NW|tmerc 0 -1 .9996 500000 0|40|129|9
2138|~Quebec Lambert|lcc 44 -68.5 60 46 0 0|8|130|238
2139|~SCoPQ zone 2|tmerc 0 -55.5 .9999 304800 0|10|8
2140|~MTM zone 3|tmerc 0 -58.5 .9999 304800 0|10|131
2141|~MTM zone 4|tmerc 0 -61.5 .9999 304800 0|10|10
2142|~MTM zone 5|tmerc 0 -64.5 .9999 304800 0|10|11
2143|~MTM zone 6|tmerc 0 -67.5 .9999 304800 0|10|12
2144|~MTM zone 7|tmerc 0 -70.5 .9999 304800 0|10|13
2145|~MTM zone 8|tmerc 0 -73.5 .9999 304800 0|10|14
2146|~MTM zone 9|tmerc 0 -76.5 .9999 304800 0|10|15
2147|~MTM zone 10|tmerc 0 -79.5 .9999 304800 0|10|16
2148|~UTM zone 21N|utm 21|10|9
2149|~UTM zone 18N|utm 18|10|31
2150|~UTM zone 17N|utm 17|10|16
2151|~UTM zone 13N|utm 13|10|132
2152|~UTM zone 12N|utm 12|10|133
2153|~UTM zone 11N|utm 11|10|134
2154|~Lambert-93|lcc 46.5 3 49 44 700000 6600000|41|135
2155|~American Samoa Lambert|lcc -14.2666666666667 170 -14.2666666666667 k_0=1 x_0=152400.30480061 y_0=0 units=us-ft|42|136|131
2156|~UTM zone 59S|utm 59 +south|43|136
2157|~Irish Transverse Mercator|tmerc 53.5 -8 .99982 600000 750000|44|137
2158|~UTM zone 29N|utm 29|44|137
2159|~New Colony Grid|tmerc 6.66666666666667 -12 1 152399.855090754 0 to_meter=.304799710181509|45|138|48
2160|~New War Office Grid|tmerc 6.66666666666667 -12 1 243839.768145207 182879.826108905 to_meter=.304799710181509|45|138|48
2161|~UTM zone 28N|utm 28|46|139
2162|~UTM zone 29N|utm 29|46|140
2163|US National Atlas Equal Area|laea 45 -100 0 0|47|141|21408
2164|~TM 5 NW|tmerc 0 -5 .9996 500000 0|12|142|57
2165|~TM 5 NW|tmerc 0 -5 .9996 500000 0|48|142
2166|~Gauss Kruger zone 3|tmerc 0 9 1 3500000 0|49|143
2167|~Gauss Kruger zone 4|tmerc 0 12 1 4500000 0|49|144|137
2168|~Gauss Kruger zone 5|tmerc 0 15 1 5500000 0|49|143
2169|~Luxembourg TM|tmerc 49.8333333333333 6.16666666666667 1 80000 100000|50|145
2170|~Slovenia Grid|tmerc 0 15 .9999 500000 0|51|146|86
2171|~Poland zone I|sterea 50.625 21.0833333333333 .9998 4637000 5647000|52|147
2172|~Poland zone II|sterea 53.0019444444444 21.5027777777778 .9998 4603000 5806000|52|148
2173|~Poland zone III|sterea 53.5833333333333 17.0083333333333 .9998 3501000 5999000|52|149
2174|~Poland zone IV|sterea 51.6708333333333 16.6722222222222 .9998 3703000 5627000|52|150
2175|~Poland zone V|tmerc 0 18.9583333333333 .999983 237000 -4700000|52|151
2176|~CS2000/15|tmerc 0 15 .999923 5500000 0|53|152
2177|~CS2000/18|tmerc 0 18 .999923 6500000 0|53|153
2178|~CS2000/21|tmerc 0 21 .999923 7500000 0|53|154
2179|~CS2000/24|tmerc 0 24 .999923 8500000 0|53|155
2180|~CS92|tmerc 0 19 .9993 500000 -5300000|53|156
2188|~UTM zone 25N|utm 25|54|157
2189|~UTM zone 26N|utm 26|55|158
2190|~UTM zone 26N|utm 26|56|159
2191|~UTM zone 28N|utm 28|57|160|84
2192|~France EuroLambert|lcc 46.8 2.33722916666667 46.8 k_0=.99987742 x_0=600000 y_0=2200000|58|161|6
2193|~New Zealand Transverse Mercator 2000|tmerc 0 173 .9996 1600000 10000000|38|162
2194|~American Samoa Lambert|lcc -14.2666666666667 -170 -14.2666666666667 k_0=1 x_0=152400.30480061 y_0=0 units=us-ft|42|136|131
2195|~UTM zone 2S|utm 2 +south|43|163
2196|~Kp2000 Jutland|tmerc 0 9.5 .99995 200000 0|59|164
2197|~Kp2000 Zealand|tmerc 0 12 .99995 500000 0|59|165
2198|~Kp2000 Bornholm|tmerc 0 15 1 900000 0|59|166
2199|~Gauss Kruger zone 4|tmerc 0 21 1 4500000 0|60|167|143
2200|~New Brunswick Stereographic (ATS77)|sterea 46.5 -66.5 .999912 300000 800000|61|34
2201|~UTM zone 18N|utm 18|62|168
2202|~UTM zone 19N|utm 19|62|169
2203|~UTM zone 20N|utm 20|62|170
2204|~Tennessee|lcc 34.6666666666667 -86 35.25 36.4166666666667 609601.219202438 30480.0609601219 units=us-ft|63|171|1
2205|~Kentucky North|lcc 37.5 -84.25 37.9666666666667 38.9666666666667 500000 0|64|172
2206|~3-degree Gauss-Kruger zone 9|tmerc 0 27 1 9500000 0|65|173
2207|~3-degree Gauss-Kruger zone 10|tmerc 0 30 1 10500000 0|65|174
2208|~3-degree Gauss-Kruger zone 11|tmerc 0 33 1 11500000 0|65|175
2209|~3-degree Gauss-Kruger zone 12|tmerc 0 36 1 12500000 0|65|176
2210|~3-degree Gauss-Kruger zone 13|tmerc 0 39 1 13500000 0|65|177
2211|~3-degree Gauss-Kruger zone 14|tmerc 0 42 1 14500000 0|65|178
2212|~3-degree Gauss-Kruger zone 15|tmerc 0 45 1 15500000 0|65|179
2213|~TM 30 NE|tmerc 0 30 .9996 500000 0|59|180
2214|~AOF west|tmerc 0 10.5 .999 1000000 1000000|66|181
2215|~UTM zone 32N|utm 32|67|181
2216|~UTM zone 22N|utm 22|68|182
2217|~UTM zone 23N|utm 23|68|183
2219|~UTM zone 19N|utm 19|61|184
2220|~UTM zone 20N|utm 20|61|185
2222|~Arizona East (ft)|tmerc 31 -110.166666666667 .9999 213360 0 units=ft|64|186
2223|~Arizona Central (ft)|tmerc 31 -111.916666666667 .9999 213360 0 units=ft|64|187
2224|~Arizona West (ft)|tmerc 31 -113.75 .999933333 213360 0 units=ft|64|188
2225|~California zone 1 (ftUS)|lcc 39.3333333333333 -122 41.6666666666667 40 2000000.0001016 500000.0001016 units=us-ft|64|189
2226|~California zone 2 (ftUS)|lcc 37.6666666666667 -122 39.8333333333333 38.3333333333333 2000000.0001016 500000.0001016 units=us-ft|64|190
2227|~California zone 3 (ftUS)|lcc 36.5 -120.5 38.4333333333333 37.0666666666667 2000000.0001016 500000.0001016 units=us-ft|64|191
2228|~California zone 4 (ftUS)|lcc 35.3333333333333 -119 37.25 36 2000000.0001016 500000.0001016 units=us-ft|64|192
2229|~California zone 5 (ftUS)|lcc 33.5 -118 35.4666666666667 34.0333333333333 2000000.0001016 500000.0001016 units=us-ft|64|193
2230|~California zone 6 (ftUS)|lcc 32.1666666666667 -116.25 33.8833333333333 32.7833333333333 2000000.0001016 500000.0001016 units=us-ft|64|194
2231|~Colorado North (ftUS)|lcc 39.3333333333333 -105.5 40.7833333333333 39.7166666666667 914401.828803658 304800.609601219 units=us-ft|64|195
2232|~Colorado Central (ftUS)|lcc 37.8333333333333 -105.5 39.75 38.45 914401.828803658 304800.609601219 units=us-ft|64|196
2233|~Colorado South (ftUS)|lcc 36.6666666666667 -105.5 38.4333333333333 37.2333333333333 914401.828803658 304800.609601219 units=us-ft|64|197
2234|~Connecticut (ftUS)|lcc 40.8333333333333 -72.75 41.8666666666667 41.2 304800.609601219 152400.30480061 units=us-ft|64|198
2235|~Delaware (ftUS)|tmerc 38 -75.4166666666667 .999995 200000.0001016 0 units=us-ft|64|199
2236|~Florida East (ftUS)|tmerc 24.3333333333333 -81 .999941177 200000.0001016 0 units=us-ft|64|200
2237|~Florida West (ftUS)|tmerc 24.3333333333333 -82 .999941177 200000.0001016 0 units=us-ft|64|201
2238|~Florida North (ftUS)|lcc 29 -84.5 30.75 29.5833333333333 600000 0 units=us-ft|64|202
2239|~Georgia East (ftUS)|tmerc 30 -82.1666666666667 .9999 200000.0001016 0 units=us-ft|64|203
2240|~Georgia West (ftUS)|tmerc 30 -84.1666666666667 .9999 699999.9998984 0 units=us-ft|64|204
2241|~Idaho East (ftUS)|tmerc 41.6666666666667 -112.166666666667 .999947368 200000.0001016 0 units=us-ft|64|205
2242|~Idaho Central (ftUS)|tmerc 41.6666666666667 -114 .999947368 500000.0001016 0 units=us-ft|64|206
2243|~Idaho West (ftUS)|tmerc 41.6666666666667 -115.75 .999933333 800000.0001016 0 units=us-ft|64|207
2244|~Indiana East (ftUS)|tmerc 37.5 -85.6666666666667 .999966667 99999.9998983998 249364.998729997 units=us-ft|64|208
2245|~Indiana West (ftUS)|tmerc 37.5 -87.0833333333333 .999966667 900000 249364.998729997 units=us-ft|64|209
2246|~Kentucky North (ftUS)|lcc 37.5 -84.25 37.9666666666667 38.9666666666667 500000.0001016 0 units=us-ft|64|172
2247|~Kentucky South (ftUS)|lcc 36.3333333333333 -85.75 37.9333333333333 36.7333333333333 500000.0001016 500000.0001016 units=us-ft|64|210
2248|~Maryland (ftUS)|lcc 37.6666666666667 -77 39.45 38.3 399999.9998984 0 units=us-ft|64|211
2249|~Massachusetts Mainland (ftUS)|lcc 41 -71.5 42.6833333333333 41.7166666666667 200000.0001016 750000 units=us-ft|64|212
2250|~Massachusetts Island (ftUS)|lcc 41 -70.5 41.4833333333333 41.2833333333333 500000.0001016 0 units=us-ft|64|213
2251|~Michigan North (ft)|lcc 44.7833333333333 -87 47.0833333333333 45.4833333333333 7999999.999968 0 units=ft|64|214
2252|~Michigan Central (ft)|lcc 43.3166666666667 -84.3666666666667 45.7 44.1833333333333 5999999.999976 0 units=ft|64|215
2253|~Michigan South (ft)|lcc 41.5 -84.3666666666667 43.6666666666667 42.1 3999999.999984 0 units=ft|64|216
2254|~Mississippi East (ftUS)|tmerc 29.5 -88.8333333333333 .99995 300000 0 units=us-ft|64|217
2255|~Mississippi West (ftUS)|tmerc 29.5 -90.3333333333333 .99995 699999.9998984 0 units=us-ft|64|218
2256|~Montana (ft)|lcc 44.25 -109.5 49 45 599999.9999976 0 units=ft|64|219
2257|~New Mexico East (ftUS)|tmerc 31 -104.333333333333 .999909091 165000 0 units=us-ft|64|220
2258|~New Mexico Central (ftUS)|tmerc 31 -106.25 .9999 500000.0001016 0 units=us-ft|64|221
2259|~New Mexico West (ftUS)|tmerc 31 -107.833333333333 .999916667 830000.0001016 0 units=us-ft|64|222
2260|~New York East (ftUS)|tmerc 38.8333333333333 -74.5 .9999 150000 0 units=us-ft|64|223
2261|~New York Central (ftUS)|tmerc 40 -76.5833333333333 .9999375 249999.9998984 0 units=us-ft|64|224
2262|~New York West (ftUS)|tmerc 40 -78.5833333333333 .9999375 350000.0001016 0 units=us-ft|64|225
2263|~New York Long Island (ftUS)|lcc 40.1666666666667 -74 41.0333333333333 40.6666666666667 300000 0 units=us-ft|64|226
2264|~North Carolina (ftUS)|lcc 33.75 -79 36.1666666666667 34.3333333333333 609601.219202438 0 units=us-ft|64|227
2265|~North Dakota North (ft)|lcc 47 -100.5 48.7333333333333 47.4333333333333 599999.9999976 0 units=ft|64|228
2266|~North Dakota South (ft)|lcc 45.6666666666667 -100.5 47.4833333333333 46.1833333333333 599999.9999976 0 units=ft|64|229
2267|~Oklahoma North (ftUS)|lcc 35 -98 36.7666666666667 35.5666666666667 600000 0 units=us-ft|64|230
2268|~Oklahoma South (ftUS)|lcc 33.3333333333333 -98 35.2333333333333 33.9333333333333 600000 0 units=us-ft|64|231
2269|~Oregon North (ft)|lcc 43.6666666666667 -120.5 46 44.3333333333333 2500000.0001424 0 units=ft|64|232
2270|~Oregon South (ft)|lcc 41.6666666666667 -120.5 44 42.3333333333333 1500000.0001464 0 units=ft|64|233
2271|~Pennsylvania North (ftUS)|lcc 40.1666666666667 -77.75 41.95 40.8833333333333 600000 0 units=us-ft|64|234
2272|~Pennsylvania South (ftUS)|lcc 39.3333333333333 -77.75 40.9666666666667 39.9333333333333 600000 0 units=us-ft|64|235
2273|~South Carolina (ft)|lcc 31.8333333333333 -81 34.8333333333333 32.5 609600 0 units=ft|64|236
2274|~Tennessee (ftUS)|lcc 34.3333333333333 -86 36.4166666666667 35.25 600000 0 units=us-ft|64|171
2275|~Texas North (ftUS)|lcc 34 -101.5 36.1833333333333 34.65 200000.0001016 999999.9998984 units=us-ft|64|237
2276|~Texas North Central (ftUS)|lcc 31.6666666666667 -98.5 33.9666666666667 32.1333333333333 600000 2000000.0001016 units=us-ft|64|238
2277|~Texas Central (ftUS)|lcc 29.6666666666667 -100.333333333333 31.8833333333333 30.1166666666667 699999.9998984 3000000 units=us-ft|64|239
2278|~Texas South Central (ftUS)|lcc 27.8333333333333 -99 30.2833333333333 28.3833333333333 600000 3999999.9998984 units=us-ft|64|240
2279|~Texas South (ftUS)|lcc 25.6666666666667 -98.5 27.8333333333333 26.1666666666667 300000 5000000.0001016 units=us-ft|64|241
2280|~Utah North (ft)|lcc 40.3333333333333 -111.5 41.7833333333333 40.7166666666667 500000.0001504 999999.999996 units=ft|64|242
2281|~Utah Central (ft)|lcc 38.3333333333333 -111.5 40.65 39.0166666666667 500000.0001504 1999999.999992 units=ft|64|243
2282|~Utah South (ft)|lcc 36.6666666666667 -111.5 38.35 37.2166666666667 500000.0001504 2999999.999988 units=ft|64|244
2283|~Virginia North (ftUS)|lcc 37.6666666666667 -78.5 39.2 38.0333333333333 3500000.0001016 2000000.0001016 units=us-ft|64|245
2284|~Virginia South (ftUS)|lcc 36.3333333333333 -78.5 37.9666666666667 36.7666666666667 3500000.0001016 999999.9998984 units=us-ft|64|246
2285|~Washington North (ftUS)|lcc 47 -120.833333333333 48.7333333333333 47.5 500000.0001016 0 units=us-ft|64|247
2286|~Washington South (ftUS)|lcc 45.3333333333333 -120.5 47.3333333333333 45.8333333333333 500000.0001016 0 units=us-ft|64|248
2287|~Wisconsin North (ftUS)|lcc 45.1666666666667 -90 46.7666666666667 45.5666666666667 600000 0 units=us-ft|64|249
2288|~Wisconsin Central (ftUS)|lcc 43.8333333333333 -90 45.5 44.25 600000 0 units=us-ft|64|250
2289|~Wisconsin South (ftUS)|lcc 42 -90 44.0666666666667 42.7333333333333 600000 0 units=us-ft|64|251
2290|~Prince Edward Isl. Stereographic (ATS77)|sterea 47.25 -63 .999912 700000 400000|61|252
2291|NAD83(CSRS98) / Prince Edward Isl. Stereographic (NAD83)|sterea 47.25 -63 .999912 400000 800000|61|252
2292|~Prince Edward Isl. Stereographic (NAD83)|sterea 47.25 -63 .999912 400000 800000|10|252
2294|~MTM Nova Scotia zone 4|tmerc 0 -61.5 .9999 4500000 0|61|253
2295|~MTM Nova Scotia zone 5|tmerc 0 -64.5 .9999 5500000 0|61|254
2308|~TM 109 SE|tmerc 0 109 .9996 500000 10000000|69|255
2309|~TM 116 SE|tmerc 0 116 .9996 500000 10000000|70|256
2310|~TM 132 SE|tmerc 0 132 .9996 500000 10000000|70|257
2311|~TM 6 NE|tmerc 0 6 .9996 500000 0|70|258
2312|~UTM zone 33N|utm 33|71|259
2313|~UTM zone 33N|utm 33|72|260
2314|~Trinidad Grid (ftCla)|cass 10.4416666666667 -61.3333333333333 86501.46392052 65379.0134283 to_meter=.3047972654|73|261
2315|~UTM zone 19S|utm 19 +south|74|78
2316|~UTM zone 20S|utm 20 +south|74|262
2317|~ICN Regional|lcc 6 -66 9 3 1000000 1000000|75|263
2318|~Aramco Lambert|lcc 25.08951 48 17 33 0 0|76|264
2319|~TM27|tmerc 0 27 1 500000 0|65|173
2320|~TM30|tmerc 0 30 1 500000 0|65|174
2321|~TM33|tmerc 0 33 1 500000 0|65|175
2322|~TM36|tmerc 0 36 1 500000 0|65|176
2323|~TM39|tmerc 0 39 1 500000 0|65|177
2324|~TM42|tmerc 0 42 1 500000 0|65|178
2325|~TM45|tmerc 0 45 1 500000 0|65|179
2326|Hong Kong 1980 Grid System|tmerc 22.3121333333333 114.178555555556 1 836694.05 819069.8|77|265
2327|~Gauss-Kruger zone 13|tmerc 0 75 1 13500000 0|78|266
2328|~Gauss-Kruger zone 14|tmerc 0 81 1 14500000 0|78|267
2329|~Gauss-Kruger zone 15|tmerc 0 87 1 15500000 0|78|268
2330|~Gauss-Kruger zone 16|tmerc 0 93 1 16500000 0|78|269
2331|~Gauss-Kruger zone 17|tmerc 0 99 1 17500000 0|78|270
2332|~Gauss-Kruger zone 18|tmerc 0 105 1 18500000 0|78|271
2333|~Gauss-Kruger zone 19|tmerc 0 111 1 19500000 0|78|272
2334|~Gauss-Kruger zone 20|tmerc 0 117 1 20500000 0|78|273
2335|~Gauss-Kruger zone 21|tmerc 0 123 1 21500000 0|78|274
2336|~Gauss-Kruger zone 22|tmerc 0 129 1 22500000 0|78|275
2337|~Gauss-Kruger zone 23|tmerc 0 135 1 23500000 0|78|276
2338|~Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|78|266
2339|~Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|78|267
2340|~Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|78|268
2341|~Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|78|269
2342|~Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|78|270
2343|~Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|78|271
2344|~Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|78|272
2345|~Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|78|273
2346|~Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|78|274
2347|~Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|78|275
2348|~Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|78|276
2349|~3-degree Gauss-Kruger zone 25|tmerc 0 75 1 25500000 0|78|277
2350|~3-degree Gauss-Kruger zone 26|tmerc 0 78 1 26500000 0|78|278
2351|~3-degree Gauss-Kruger zone 27|tmerc 0 81 1 27500000 0|78|279
2352|~3-degree Gauss-Kruger zone 28|tmerc 0 84 1 28500000 0|78|280
2353|~3-degree Gauss-Kruger zone 29|tmerc 0 87 1 29500000 0|78|281
2354|~3-degree Gauss-Kruger zone 30|tmerc 0 90 1 30500000 0|78|282
2355|~3-degree Gauss-Kruger zone 31|tmerc 0 93 1 31500000 0|78|283
2356|~3-degree Gauss-Kruger zone 32|tmerc 0 96 1 32500000 0|78|284
2357|~3-degree Gauss-Kruger zone 33|tmerc 0 99 1 33500000 0|78|285
2358|~3-degree Gauss-Kruger zone 34|tmerc 0 102 1 34500000 0|78|286
2359|~3-degree Gauss-Kruger zone 35|tmerc 0 105 1 35500000 0|78|287
2360|~3-degree Gauss-Kruger zone 36|tmerc 0 108 1 36500000 0|78|288
2361|~3-degree Gauss-Kruger zone 37|tmerc 0 111 1 37500000 0|78|289
2362|~3-degree Gauss-Kruger zone 38|tmerc 0 114 1 38500000 0|78|290
2363|~3-degree Gauss-Kruger zone 39|tmerc 0 117 1 39500000 0|78|291
2364|~3-degree Gauss-Kruger zone 40|tmerc 0 120 1 40500000 0|78|292
2365|~3-degree Gauss-Kruger zone 41|tmerc 0 123 1 41500000 0|78|293
2366|~3-degree Gauss-Kruger zone 42|tmerc 0 126 1 42500000 0|78|294
2367|~3-degree Gauss-Kruger zone 43|tmerc 0 129 1 43500000 0|78|295
2368|~3-degree Gauss-Kruger zone 44|tmerc 0 132 1 44500000 0|78|296
2369|~3-degree Gauss-Kruger zone 45|tmerc 0 135 1 45500000 0|78|297
2370|~3-degree Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|78|277
2371|~3-degree Gauss-Kruger CM 78E|tmerc 0 78 1 500000 0|78|278
2372|~3-degree Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|78|279
2373|~3-degree Gauss-Kruger CM 84E|tmerc 0 84 1 500000 0|78|280
2374|~3-degree Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|78|281
2375|~3-degree Gauss-Kruger CM 90E|tmerc 0 90 1 500000 0|78|282
2376|~3-degree Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|78|283
2377|~3-degree Gauss-Kruger CM 96E|tmerc 0 96 1 500000 0|78|284
2378|~3-degree Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|78|285
2379|~3-degree Gauss-Kruger CM 102E|tmerc 0 102 1 500000 0|78|286
2380|~3-degree Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|78|287
2381|~3-degree Gauss-Kruger CM 108E|tmerc 0 108 1 500000 0|78|288
2382|~3-degree Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|78|289
2383|~3-degree Gauss-Kruger CM 114E|tmerc 0 114 1 500000 0|78|290
2384|~3-degree Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|78|291
2385|~3-degree Gauss-Kruger CM 120E|tmerc 0 120 1 500000 0|78|292
2386|~3-degree Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|78|293
2387|~3-degree Gauss-Kruger CM 126E|tmerc 0 126 1 500000 0|78|294
2388|~3-degree Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|78|295
2389|~3-degree Gauss-Kruger CM 132E|tmerc 0 132 1 500000 0|78|296
2390|~3-degree Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|78|297
2391|~Finland zone 1|tmerc 0 21 1 1500000 0|79|298
2392|~Finland zone 2|tmerc 0 24 1 2500000 0|79|299
2393|~Finland Uniform Coordinate System|tmerc 0 27 1 3500000 0|79|300
2393|~Finland Uniform Coordinate System|tmerc 0 27 1 3500000 0|79|300
2394|~Finland zone 4|tmerc 0 30 1 4500000 0|79|301
2395|~Gauss-Kruger zone 8|tmerc 0 45 1 8500000 0|30|85
2396|~Gauss-Kruger zone 9|tmerc 0 51 1 9500000 0|30|86
2397|~3-degree Gauss-Kruger zone 3|tmerc 0 9 1 3500000 0|49|143
2398|~3-degree Gauss-Kruger zone 4|tmerc 0 12 1 4500000 0|49|144|137
2399|~3-degree Gauss-Kruger zone 5|tmerc 0 15 1 5500000 0|80|302|132
2400|RT90 2.5 gon W|tmerc 0 15.8082777777778 1 1500000 0|81|303
2401|~3-degree Gauss-Kruger zone 25|tmerc 0 75 1 25500000 0|82|277|3
2402|~3-degree Gauss-Kruger zone 26|tmerc 0 78 1 26500000 0|83|278|62
2403|~3-degree Gauss-Kruger zone 27|tmerc 0 81 1 27500000 0|83|279|63
2404|~3-degree Gauss-Kruger zone 28|tmerc 0 84 1 28500000 0|83|280|62
2405|~3-degree Gauss-Kruger zone 29|tmerc 0 87 1 29500000 0|83|281|63
2406|~3-degree Gauss-Kruger zone 30|tmerc 0 90 1 30500000 0|82|282|3
2407|~3-degree Gauss-Kruger zone 31|tmerc 0 93 1 31500000 0|82|283|3
2408|~3-degree Gauss-Kruger zone 32|tmerc 0 96 1 32500000 0|82|284|3
2409|~3-degree Gauss-Kruger zone 33|tmerc 0 99 1 33500000 0|82|285|3
2410|~3-degree Gauss-Kruger zone 34|tmerc 0 102 1 34500000 0|82|286|3
2411|~3-degree Gauss-Kruger zone 35|tmerc 0 105 1 35500000 0|82|287|3
2412|~3-degree Gauss-Kruger zone 36|tmerc 0 108 1 36500000 0|84|288|53
2413|~3-degree Gauss-Kruger zone 37|tmerc 0 111 1 37500000 0|85|289|62
2414|~3-degree Gauss-Kruger zone 38|tmerc 0 114 1 38500000 0|82|290|3
2415|~3-degree Gauss-Kruger zone 39|tmerc 0 117 1 39500000 0|82|291|3
2416|~3-degree Gauss-Kruger zone 40|tmerc 0 120 1 40500000 0|86|292|84
2417|~3-degree Gauss-Kruger zone 41|tmerc 0 123 1 41500000 0|86|293|87
2418|~3-degree Gauss-Kruger zone 42|tmerc 0 126 1 42500000 0|82|294|3
2419|~3-degree Gauss-Kruger zone 43|tmerc 0 129 1 43500000 0|82|295|3
2420|~3-degree Gauss-Kruger zone 44|tmerc 0 132 1 44500000 0|82|296|3
2421|~3-degree Gauss-Kruger zone 45|tmerc 0 135 1 45500000 0|82|297|3
2422|~3-degree Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|82|277|3
2423|~3-degree Gauss-Kruger CM 78E|tmerc 0 78 1 500000 0|83|278|62
2424|~3-degree Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|83|279|63
2425|~3-degree Gauss-Kruger CM 84E|tmerc 0 84 1 500000 0|83|280|62
2426|~3-degree Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|83|281|63
2427|~3-degree Gauss-Kruger CM 90E|tmerc 0 90 1 500000 0|82|282|3
2428|~3-degree Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|82|283|3
2429|~3-degree Gauss-Kruger CM 96E|tmerc 0 96 1 500000 0|82|284|3
2430|~3-degree Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|82|285|3
2431|~3-degree Gauss-Kruger CM 102E|tmerc 0 102 1 500000 0|82|286|3
2432|~3-degree Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|82|287|3
2433|~3-degree Gauss-Kruger CM 108E|tmerc 0 108 1 500000 0|84|288|53
2434|~3-degree Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|85|289|62
2435|~3-degree Gauss-Kruger CM 114E|tmerc 0 114 1 500000 0|82|290|3
2436|~3-degree Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|82|291|3
2437|~3-degree Gauss-Kruger CM 120E|tmerc 0 120 1 500000 0|86|292|84
2438|~3-degree Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|86|293|87
2439|~3-degree Gauss-Kruger CM 126E|tmerc 0 126 1 500000 0|82|294|3
2440|~3-degree Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|82|295|3
2441|~3-degree Gauss-Kruger CM 132E|tmerc 0 132 1 500000 0|82|296|3
2442|~3-degree Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|82|297|3
2443|~Japan Plane Rectangular CS I|tmerc 33 129.5 .9999 0 0|87|304
2444|~Japan Plane Rectangular CS II|tmerc 33 131 .9999 0 0|87|305
2445|~Japan Plane Rectangular CS III|tmerc 36 132.166666666667 .9999 0 0|87|306
2446|~Japan Plane Rectangular CS IV|tmerc 33 133.5 .9999 0 0|87|307
2447|~Japan Plane Rectangular CS V|tmerc 36 134.333333333333 .9999 0 0|87|308
2448|~Japan Plane Rectangular CS VI|tmerc 36 136 .9999 0 0|87|309
2449|~Japan Plane Rectangular CS VII|tmerc 36 137.166666666667 .9999 0 0|87|310
2450|~Japan Plane Rectangular CS VIII|tmerc 36 138.5 .9999 0 0|87|311
2451|~Japan Plane Rectangular CS IX|tmerc 36 139.833333333333 .9999 0 0|87|312
2452|~Japan Plane Rectangular CS X|tmerc 40 140.833333333333 .9999 0 0|87|313
2453|~Japan Plane Rectangular CS XI|tmerc 44 140.25 .9999 0 0|87|314
2454|~Japan Plane Rectangular CS XII|tmerc 44 142.25 .9999 0 0|87|315
2455|~Japan Plane Rectangular CS XIII|tmerc 44 144.25 .9999 0 0|87|316
2456|~Japan Plane Rectangular CS XIV|tmerc 26 142 .9999 0 0|87|317
2457|~Japan Plane Rectangular CS XV|tmerc 26 127.5 .9999 0 0|87|318
2458|~Japan Plane Rectangular CS XVI|tmerc 26 124 .9999 0 0|87|319
2459|~Japan Plane Rectangular CS XVII|tmerc 26 131 .9999 0 0|87|320
2460|~Japan Plane Rectangular CS XVIII|tmerc 20 136 .9999 0 0|87|321
2461|~Japan Plane Rectangular CS XIX|tmerc 26 154 .9999 0 0|87|322
2462|~Gauss-Kruger zone 4|tmerc 0 21 1 4500000 0|60|323
2463|~Gauss-Kruger CM 21E|tmerc 0 21 1 500000 0|88|324
2464|~Gauss-Kruger CM 27E|tmerc 0 27 1 500000 0|88|325
2465|~Gauss-Kruger CM 33E|tmerc 0 33 1 500000 0|88|326
2466|~Gauss-Kruger CM 39E|tmerc 0 39 1 500000 0|88|327
2467|~Gauss-Kruger CM 45E|tmerc 0 45 1 500000 0|88|328
2468|~Gauss-Kruger CM 51E|tmerc 0 51 1 500000 0|88|329
2469|~Gauss-Kruger CM 57E|tmerc 0 57 1 500000 0|88|330
2470|~Gauss-Kruger CM 63E|tmerc 0 63 1 500000 0|88|331
2471|~Gauss-Kruger CM 69E|tmerc 0 69 1 500000 0|88|332
2472|~Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|88|333
2473|~Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|88|334
2474|~Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|88|335
2475|~Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|88|336
2476|~Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|88|337
2477|~Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|88|338
2478|~Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|88|339
2479|~Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|88|340
2480|~Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|88|341
2481|~Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|88|342
2482|~Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|88|343
2483|~Gauss-Kruger CM 141E|tmerc 0 141 1 500000 0|88|344
2484|~Gauss-Kruger CM 147E|tmerc 0 147 1 500000 0|88|345
2485|~Gauss-Kruger CM 153E|tmerc 0 153 1 500000 0|88|346
2486|~Gauss-Kruger CM 159E|tmerc 0 159 1 500000 0|88|347
2487|~Gauss-Kruger CM 165E|tmerc 0 165 1 500000 0|88|348
2488|~Gauss-Kruger CM 171E|tmerc 0 171 1 500000 0|88|349
2489|~Gauss-Kruger CM 177E|tmerc 0 177 1 500000 0|88|350
2490|~Gauss-Kruger CM 177W|tmerc 0 -177 1 500000 0|88|351
2491|~Gauss-Kruger CM 171W|tmerc 0 -171 1 500000 0|88|352
2492|~Gauss-Kruger CM 9E|tmerc 0 9 1 500000 0|89|353|3
2493|~Gauss-Kruger CM 15E|tmerc 0 15 1 500000 0|89|354|3
2494|~Gauss-Kruger CM 21E|tmerc 0 21 1 500000 0|90|355
2495|~Gauss-Kruger CM 27E|tmerc 0 27 1 500000 0|90|356
2496|~Gauss-Kruger CM 33E|tmerc 0 33 1 500000 0|90|357
2497|~Gauss-Kruger CM 39E|tmerc 0 39 1 500000 0|90|358
2498|~Gauss-Kruger CM 45E|tmerc 0 45 1 500000 0|90|359
2499|~Gauss-Kruger CM 51E|tmerc 0 51 1 500000 0|90|360|3
2500|~Gauss-Kruger CM 57E|tmerc 0 57 1 500000 0|90|361
2501|~Gauss-Kruger CM 63E|tmerc 0 63 1 500000 0|90|362|3
2502|~Gauss-Kruger CM 69E|tmerc 0 69 1 500000 0|90|363
2503|~Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|90|364
2504|~Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|90|365
2505|~Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|90|366
2506|~Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|90|336
2507|~Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|90|337
2508|~Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|90|338
2509|~Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|90|339
2510|~Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|90|340
2511|~Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|90|341
2512|~Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|90|342
2513|~Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|90|343
2514|~Gauss-Kruger CM 141E|tmerc 0 141 1 500000 0|90|344
2515|~Gauss-Kruger CM 147E|tmerc 0 147 1 500000 0|90|345
2516|~Gauss-Kruger CM 153E|tmerc 0 153 1 500000 0|90|346
2517|~Gauss-Kruger CM 159E|tmerc 0 159 1 500000 0|90|347
2518|~Gauss-Kruger CM 165E|tmerc 0 165 1 500000 0|90|348
2519|~Gauss-Kruger CM 171E|tmerc 0 171 1 500000 0|90|349
2520|~Gauss-Kruger CM 177E|tmerc 0 177 1 500000 0|90|350
2521|~Gauss-Kruger CM 177W|tmerc 0 -177 1 500000 0|90|351
2522|~Gauss-Kruger CM 171W|tmerc 0 -171 1 500000 0|90|352
2523|~3-degree Gauss-Kruger zone 7|tmerc 0 21 1 7500000 0|90|367
2524|~3-degree Gauss-Kruger zone 8|tmerc 0 24 1 8500000 0|90|368
2525|~3-degree Gauss-Kruger zone 9|tmerc 0 27 1 9500000 0|90|369
2526|~3-degree Gauss-Kruger zone 10|tmerc 0 30 1 10500000 0|90|370
2527|~3-degree Gauss-Kruger zone 11|tmerc 0 33 1 11500000 0|90|371
2528|~3-degree Gauss-Kruger zone 12|tmerc 0 36 1 12500000 0|90|372
2529|~3-degree Gauss-Kruger zone 13|tmerc 0 39 1 13500000 0|90|373
2530|~3-degree Gauss-Kruger zone 14|tmerc 0 42 1 14500000 0|90|374
2531|~3-degree Gauss-Kruger zone 15|tmerc 0 45 1 15500000 0|90|375
2532|~3-degree Gauss-Kruger zone 16|tmerc 0 48 1 16500000 0|90|376|3
2533|~3-degree Gauss-Kruger zone 17|tmerc 0 51 1 17500000 0|90|377|3
2534|~3-degree Gauss-Kruger zone 18|tmerc 0 54 1 18500000 0|90|378|3
2535|~3-degree Gauss-Kruger zone 19|tmerc 0 57 1 19500000 0|90|379
2536|~3-degree Gauss-Kruger zone 20|tmerc 0 60 1 20500000 0|90|380
2537|~3-degree Gauss-Kruger zone 21|tmerc 0 63 1 21500000 0|90|381|3
2538|~3-degree Gauss-Kruger zone 22|tmerc 0 66 1 22500000 0|90|382
2539|~3-degree Gauss-Kruger zone 23|tmerc 0 69 1 23500000 0|90|383
2540|~3-degree Gauss-Kruger zone 24|tmerc 0 72 1 24500000 0|90|384
2541|~3-degree Gauss-Kruger zone 25|tmerc 0 75 1 25500000 0|90|385
2542|~3-degree Gauss-Kruger zone 26|tmerc 0 78 1 26500000 0|90|386
2543|~3-degree Gauss-Kruger zone 27|tmerc 0 81 1 27500000 0|90|387
2544|~3-degree Gauss-Kruger zone 28|tmerc 0 84 1 28500000 0|90|388
2545|~3-degree Gauss-Kruger zone 29|tmerc 0 87 1 29500000 0|90|389
2546|~3-degree Gauss-Kruger zone 30|tmerc 0 90 1 30500000 0|90|390
2547|~3-degree Gauss-Kruger zone 31|tmerc 0 93 1 31500000 0|90|391
2548|~3-degree Gauss-Kruger zone 32|tmerc 0 96 1 32500000 0|90|392
2549|~3-degree Gauss-Kruger zone 33|tmerc 0 99 1 33500000 0|90|393
2550|~UTM zone 50S|utm 50 +south|91|394|3
2551|~3-degree Gauss-Kruger zone 34|tmerc 0 102 1 34500000 0|90|395
2552|~3-degree Gauss-Kruger zone 35|tmerc 0 105 1 35500000 0|90|396
2553|~3-degree Gauss-Kruger zone 36|tmerc 0 108 1 36500000 0|90|397
2554|~3-degree Gauss-Kruger zone 37|tmerc 0 111 1 37500000 0|90|398
2555|~3-degree Gauss-Kruger zone 38|tmerc 0 114 1 38500000 0|90|399
2556|~3-degree Gauss-Kruger zone 39|tmerc 0 117 1 39500000 0|90|400
2557|~3-degree Gauss-Kruger zone 40|tmerc 0 120 1 40500000 0|90|401
2558|~3-degree Gauss-Kruger zone 41|tmerc 0 123 1 41500000 0|90|402
2559|~3-degree Gauss-Kruger zone 42|tmerc 0 126 1 42500000 0|90|403
2560|~3-degree Gauss-Kruger zone 43|tmerc 0 129 1 43500000 0|90|404
2561|~3-degree Gauss-Kruger zone 44|tmerc 0 132 1 44500000 0|90|405
2562|~3-degree Gauss-Kruger zone 45|tmerc 0 135 1 45500000 0|90|406
2563|~3-degree Gauss-Kruger zone 46|tmerc 0 138 1 46500000 0|90|407
2564|~3-degree Gauss-Kruger zone 47|tmerc 0 141 1 47500000 0|90|408
2565|~3-degree Gauss-Kruger zone 48|tmerc 0 144 1 48500000 0|90|409
2566|~3-degree Gauss-Kruger zone 49|tmerc 0 147 1 49500000 0|90|410
2567|~3-degree Gauss-Kruger zone 50|tmerc 0 150 1 50500000 0|90|411
2568|~3-degree Gauss-Kruger zone 51|tmerc 0 153 1 51500000 0|90|412
2569|~3-degree Gauss-Kruger zone 52|tmerc 0 156 1 52500000 0|90|413
2570|~3-degree Gauss-Kruger zone 53|tmerc 0 159 1 53500000 0|90|414
2571|~3-degree Gauss-Kruger zone 54|tmerc 0 162 1 54500000 0|90|415
2572|~3-degree Gauss-Kruger zone 55|tmerc 0 165 1 55500000 0|90|416
2573|~3-degree Gauss-Kruger zone 56|tmerc 0 168 1 56500000 0|90|417
2574|~3-degree Gauss-Kruger zone 57|tmerc 0 171 1 57500000 0|90|418
2575|~3-degree Gauss-Kruger zone 58|tmerc 0 174 1 58500000 0|90|419
2576|~3-degree Gauss-Kruger zone 59|tmerc 0 177 1 59500000 0|90|420
2577|~3-degree Gauss-Kruger zone 60|tmerc 0 180 1 60000000 0|90|421
2578|~3-degree Gauss-Kruger zone 61|tmerc 0 -177 1 61500000 0|90|422
2579|~3-degree Gauss-Kruger zone 62|tmerc 0 -174 1 62500000 0|90|423
2580|~3-degree Gauss-Kruger zone 63|tmerc 0 -171 1 63500000 0|90|424
2581|~3-degree Gauss-Kruger zone 64|tmerc 0 -168 1 64500000 0|90|425
2582|~3-degree Gauss-Kruger CM 21E|tmerc 0 21 1 500000 0|90|367
2583|~3-degree Gauss-Kruger CM 24E|tmerc 0 24 1 500000 0|90|368
2584|~3-degree Gauss-Kruger CM 27E|tmerc 0 27 1 500000 0|90|369
2585|~3-degree Gauss-Kruger CM 30E|tmerc 0 30 1 500000 0|90|370
2586|~3-degree Gauss-Kruger CM 33E|tmerc 0 33 1 500000 0|90|371
2587|~3-degree Gauss-Kruger CM 36E|tmerc 0 36 1 500000 0|90|372
2588|~3-degree Gauss-Kruger CM 39E|tmerc 0 39 1 500000 0|90|373
2589|~3-degree Gauss-Kruger CM 42E|tmerc 0 42 1 500000 0|90|374
2590|~3-degree Gauss-Kruger CM 45E|tmerc 0 45 1 500000 0|90|375
2591|~3-degree Gauss-Kruger CM 48E|tmerc 0 48 1 500000 0|90|376|3
2592|~3-degree Gauss-Kruger CM 51E|tmerc 0 51 1 500000 0|90|377|3
2593|~3-degree Gauss-Kruger CM 54E|tmerc 0 54 1 500000 0|90|378|3
2594|~3-degree Gauss-Kruger CM 57E|tmerc 0 57 1 500000 0|90|379
2595|~3-degree Gauss-Kruger CM 60E|tmerc 0 60 1 500000 0|90|380
2596|~3-degree Gauss-Kruger CM 63E|tmerc 0 63 1 500000 0|90|381|3
2597|~3-degree Gauss-Kruger CM 66E|tmerc 0 66 1 500000 0|90|382
2598|~3-degree Gauss-Kruger CM 69E|tmerc 0 69 1 500000 0|90|383
2599|~3-degree Gauss-Kruger CM 72E|tmerc 0 72 1 500000 0|90|384
2600|Lietuvos Koordinoei Sistema 1994|tmerc 0 24 .9998 500000 0|92|426
2601|~3-degree Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|90|385
2602|~3-degree Gauss-Kruger CM 78E|tmerc 0 78 1 500000 0|90|386
2603|~3-degree Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|90|387
2604|~3-degree Gauss-Kruger CM 84E|tmerc 0 84 1 500000 0|90|388
2605|~3-degree Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|90|389
2606|~3-degree Gauss-Kruger CM 90E|tmerc 0 90 1 500000 0|90|390
2607|~3-degree Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|90|391
2608|~3-degree Gauss-Kruger CM 96E|tmerc 0 96 1 500000 0|90|392
2609|~3-degree Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|90|393
2610|~3-degree Gauss-Kruger CM 102E|tmerc 0 102 1 500000 0|90|395
2611|~3-degree Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|90|396
2612|~3-degree Gauss-Kruger CM 108E|tmerc 0 108 1 500000 0|90|397
2613|~3-degree Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|90|398
2614|~3-degree Gauss-Kruger CM 114E|tmerc 0 114 1 500000 0|90|399
2615|~3-degree Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|90|400
2616|~3-degree Gauss-Kruger CM 120E|tmerc 0 120 1 500000 0|90|401
2617|~3-degree Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|90|402
2618|~3-degree Gauss-Kruger CM 126E|tmerc 0 126 1 500000 0|90|403
2619|~3-degree Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|90|404
2620|~3-degree Gauss-Kruger CM 132E|tmerc 0 132 1 500000 0|90|405
2621|~3-degree Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|90|406
2622|~3-degree Gauss-Kruger CM 138E|tmerc 0 138 1 500000 0|90|407
2623|~3-degree Gauss-Kruger CM 141E|tmerc 0 141 1 500000 0|90|408
2624|~3-degree Gauss-Kruger CM 144E|tmerc 0 144 1 500000 0|90|409
2625|~3-degree Gauss-Kruger CM 147E|tmerc 0 147 1 500000 0|90|410
2626|~3-degree Gauss-Kruger CM 150E|tmerc 0 150 1 500000 0|90|411
2627|~3-degree Gauss-Kruger CM 153E|tmerc 0 153 1 500000 0|90|412
2628|~3-degree Gauss-Kruger CM 156E|tmerc 0 156 1 500000 0|90|413
2629|~3-degree Gauss-Kruger CM 159E|tmerc 0 159 1 500000 0|90|414
2630|~3-degree Gauss-Kruger CM 162E|tmerc 0 162 1 500000 0|90|415
2631|~3-degree Gauss-Kruger CM 165E|tmerc 0 165 1 500000 0|90|416
2632|~3-degree Gauss-Kruger CM 168E|tmerc 0 168 1 500000 0|90|417
2633|~3-degree Gauss-Kruger CM 171E|tmerc 0 171 1 500000 0|90|418
2634|~3-degree Gauss-Kruger CM 174E|tmerc 0 174 1 500000 0|90|419
2635|~3-degree Gauss-Kruger CM 177E|tmerc 0 177 1 500000 0|90|420
2636|~3-degree Gauss-Kruger CM 180E|tmerc 0 180 1 500000 0|90|421
2637|~3-degree Gauss-Kruger CM 177W|tmerc 0 -177 1 500000 0|90|422
2638|~3-degree Gauss-Kruger CM 174W|tmerc 0 -174 1 500000 0|90|423
2639|~3-degree Gauss-Kruger CM 171W|tmerc 0 -171 1 500000 0|90|424
2640|~3-degree Gauss-Kruger CM 168W|tmerc 0 -168 1 500000 0|90|425
2641|~3-degree Gauss-Kruger zone 7|tmerc 0 21 1 7500000 0|88|427
2642|~3-degree Gauss-Kruger zone 8|tmerc 0 24 1 8500000 0|88|428
2643|~3-degree Gauss-Kruger zone 9|tmerc 0 27 1 9500000 0|88|429
2644|~3-degree Gauss-Kruger zone 10|tmerc 0 30 1 10500000 0|88|430
2645|~3-degree Gauss-Kruger zone 11|tmerc 0 33 1 11500000 0|88|431
2646|~3-degree Gauss-Kruger zone 12|tmerc 0 36 1 12500000 0|88|432
2647|~3-degree Gauss-Kruger zone 13|tmerc 0 39 1 13500000 0|88|433
2648|~3-degree Gauss-Kruger zone 14|tmerc 0 42 1 14500000 0|88|434
2649|~3-degree Gauss-Kruger zone 15|tmerc 0 45 1 15500000 0|88|435
2650|~3-degree Gauss-Kruger zone 16|tmerc 0 48 1 16500000 0|88|436
2651|~3-degree Gauss-Kruger zone 17|tmerc 0 51 1 17500000 0|88|437
2652|~3-degree Gauss-Kruger zone 18|tmerc 0 54 1 18500000 0|88|438
2653|~3-degree Gauss-Kruger zone 19|tmerc 0 57 1 19500000 0|88|439
2654|~3-degree Gauss-Kruger zone 20|tmerc 0 60 1 20500000 0|88|440
2655|~3-degree Gauss-Kruger zone 21|tmerc 0 63 1 21500000 0|88|441
2656|~3-degree Gauss-Kruger zone 22|tmerc 0 66 1 22500000 0|88|442
2657|~3-degree Gauss-Kruger zone 23|tmerc 0 69 1 23500000 0|88|443
2658|~3-degree Gauss-Kruger zone 24|tmerc 0 72 1 24500000 0|88|444
2659|~3-degree Gauss-Kruger zone 25|tmerc 0 75 1 25500000 0|88|445
2660|~3-degree Gauss-Kruger zone 26|tmerc 0 78 1 26500000 0|88|446
2661|~3-degree Gauss-Kruger zone 27|tmerc 0 81 1 27500000 0|88|447
2662|~3-degree Gauss-Kruger zone 28|tmerc 0 84 1 28500000 0|88|448
2663|~3-degree Gauss-Kruger zone 29|tmerc 0 87 1 29500000 0|88|449
2664|~3-degree Gauss-Kruger zone 30|tmerc 0 90 1 30500000 0|88|390
2665|~3-degree Gauss-Kruger zone 31|tmerc 0 93 1 31500000 0|88|391
2666|~3-degree Gauss-Kruger zone 32|tmerc 0 96 1 32500000 0|88|392
2667|~3-degree Gauss-Kruger zone 33|tmerc 0 99 1 33500000 0|88|393
2668|~3-degree Gauss-Kruger zone 34|tmerc 0 102 1 34500000 0|88|395
2669|~3-degree Gauss-Kruger zone 35|tmerc 0 105 1 35500000 0|88|396
2670|~3-degree Gauss-Kruger zone 36|tmerc 0 108 1 36500000 0|88|397
2671|~3-degree Gauss-Kruger zone 37|tmerc 0 111 1 37500000 0|88|398
2672|~3-degree Gauss-Kruger zone 38|tmerc 0 114 1 38500000 0|88|399
2673|~3-degree Gauss-Kruger zone 39|tmerc 0 117 1 39500000 0|88|400
2674|~3-degree Gauss-Kruger zone 40|tmerc 0 120 1 40500000 0|88|401
2675|~3-degree Gauss-Kruger zone 41|tmerc 0 123 1 41500000 0|88|402
2676|~3-degree Gauss-Kruger zone 42|tmerc 0 126 1 42500000 0|88|403
2677|~3-degree Gauss-Kruger zone 43|tmerc 0 129 1 43500000 0|88|404
2678|~3-degree Gauss-Kruger zone 44|tmerc 0 132 1 44500000 0|88|405
2679|~3-degree Gauss-Kruger zone 45|tmerc 0 135 1 45500000 0|88|406
2680|~3-degree Gauss-Kruger zone 46|tmerc 0 138 1 46500000 0|88|407
2681|~3-degree Gauss-Kruger zone 47|tmerc 0 141 1 47500000 0|88|408
2682|~3-degree Gauss-Kruger zone 48|tmerc 0 144 1 48500000 0|88|409
2683|~3-degree Gauss-Kruger zone 49|tmerc 0 147 1 49500000 0|88|410
2684|~3-degree Gauss-Kruger zone 50|tmerc 0 150 1 50500000 0|88|411
2685|~3-degree Gauss-Kruger zone 51|tmerc 0 153 1 51500000 0|88|412
2686|~3-degree Gauss-Kruger zone 52|tmerc 0 156 1 52500000 0|88|413
2687|~3-degree Gauss-Kruger zone 53|tmerc 0 159 1 53500000 0|88|414
2688|~3-degree Gauss-Kruger zone 54|tmerc 0 162 1 54500000 0|88|415
2689|~3-degree Gauss-Kruger zone 55|tmerc 0 165 1 55500000 0|88|416
2690|~3-degree Gauss-Kruger zone 56|tmerc 0 168 1 56500000 0|88|417
2691|~3-degree Gauss-Kruger zone 57|tmerc 0 171 1 57500000 0|88|418
2692|~3-degree Gauss-Kruger zone 58|tmerc 0 174 1 58500000 0|88|419
2693|~3-degree Gauss-Kruger zone 59|tmerc 0 177 1 59500000 0|88|420
2694|~3-degree Gauss-Kruger zone 60|tmerc 0 180 1 60000000 0|88|421
2695|~3-degree Gauss-Kruger zone 61|tmerc 0 -177 1 61500000 0|88|422
2696|~3-degree Gauss-Kruger zone 62|tmerc 0 -174 1 62500000 0|88|423
2697|~3-degree Gauss-Kruger zone 63|tmerc 0 -171 1 63500000 0|88|424
2698|~3-degree Gauss-Kruger zone 64|tmerc 0 -168 1 64500000 0|88|425
2699|~3-degree Gauss-Kruger CM 21E|tmerc 0 21 1 500000 0|88|427
2700|~3-degree Gauss-Kruger CM 24E|tmerc 0 24 1 500000 0|88|428
2701|~3-degree Gauss-Kruger CM 27E|tmerc 0 27 1 500000 0|88|429
2702|~3-degree Gauss-Kruger CM 30E|tmerc 0 30 1 500000 0|88|430
2703|~3-degree Gauss-Kruger CM 33E|tmerc 0 33 1 500000 0|88|431
2704|~3-degree Gauss-Kruger CM 36E|tmerc 0 36 1 500000 0|88|432
2705|~3-degree Gauss-Kruger CM 39E|tmerc 0 39 1 500000 0|88|433
2706|~3-degree Gauss-Kruger CM 42E|tmerc 0 42 1 500000 0|88|434
2707|~3-degree Gauss-Kruger CM 45E|tmerc 0 45 1 500000 0|88|435
2708|~3-degree Gauss-Kruger CM 48E|tmerc 0 48 1 500000 0|88|436
2709|~3-degree Gauss-Kruger CM 51E|tmerc 0 51 1 500000 0|88|437
2710|~3-degree Gauss-Kruger CM 54E|tmerc 0 54 1 500000 0|88|438
2711|~3-degree Gauss-Kruger CM 57E|tmerc 0 57 1 500000 0|88|439
2712|~3-degree Gauss-Kruger CM 60E|tmerc 0 60 1 500000 0|88|440
2713|~3-degree Gauss-Kruger CM 63E|tmerc 0 63 1 500000 0|88|441
2714|~3-degree Gauss-Kruger CM 66E|tmerc 0 66 1 500000 0|88|442
2715|~3-degree Gauss-Kruger CM 69E|tmerc 0 69 1 500000 0|88|443
2716|~3-degree Gauss-Kruger CM 72E|tmerc 0 72 1 500000 0|88|444
2717|~3-degree Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|88|445
2718|~3-degree Gauss-Kruger CM 78E|tmerc 0 78 1 500000 0|88|446
2719|~3-degree Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|88|447
2720|~3-degree Gauss-Kruger CM 84E|tmerc 0 84 1 500000 0|88|448
2721|~3-degree Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|88|449
2722|~3-degree Gauss-Kruger CM 90E|tmerc 0 90 1 500000 0|88|390
2723|~3-degree Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|88|391
2724|~3-degree Gauss-Kruger CM 96E|tmerc 0 96 1 500000 0|88|392
2725|~3-degree Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|88|393
2726|~3-degree Gauss-Kruger CM 102E|tmerc 0 102 1 500000 0|88|395
2727|~3-degree Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|88|396
2728|~3-degree Gauss-Kruger CM 108E|tmerc 0 108 1 500000 0|88|397
2729|~3-degree Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|88|398
2730|~3-degree Gauss-Kruger CM 114E|tmerc 0 114 1 500000 0|88|399
2731|~3-degree Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|88|400
2732|~3-degree Gauss-Kruger CM 120E|tmerc 0 120 1 500000 0|88|401
2733|~3-degree Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|88|402
2734|~3-degree Gauss-Kruger CM 126E|tmerc 0 126 1 500000 0|88|403
2735|~3-degree Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|88|404
2736|~UTM zone 36S|utm 36 +south|93|450|25
2737|~UTM zone 37S|utm 37 +south|94|451|50
2738|~3-degree Gauss-Kruger CM 132E|tmerc 0 132 1 500000 0|88|405
2739|~3-degree Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|88|406
2740|~3-degree Gauss-Kruger CM 138E|tmerc 0 138 1 500000 0|88|407
2741|~3-degree Gauss-Kruger CM 141E|tmerc 0 141 1 500000 0|88|408
2742|~3-degree Gauss-Kruger CM 144E|tmerc 0 144 1 500000 0|88|409
2743|~3-degree Gauss-Kruger CM 147E|tmerc 0 147 1 500000 0|88|410
2744|~3-degree Gauss-Kruger CM 150E|tmerc 0 150 1 500000 0|88|411
2745|~3-degree Gauss-Kruger CM 153E|tmerc 0 153 1 500000 0|88|412
2746|~3-degree Gauss-Kruger CM 156E|tmerc 0 156 1 500000 0|88|413
2747|~3-degree Gauss-Kruger CM 159E|tmerc 0 159 1 500000 0|88|414
2748|~3-degree Gauss-Kruger CM 162E|tmerc 0 162 1 500000 0|88|415
2749|~3-degree Gauss-Kruger CM 165E|tmerc 0 165 1 500000 0|88|416
2750|~3-degree Gauss-Kruger CM 168E|tmerc 0 168 1 500000 0|88|417
2751|~3-degree Gauss-Kruger CM 171E|tmerc 0 171 1 500000 0|88|418
2752|~3-degree Gauss-Kruger CM 174E|tmerc 0 174 1 500000 0|88|419
2753|~3-degree Gauss-Kruger CM 177E|tmerc 0 177 1 500000 0|88|420
2754|~3-degree Gauss-Kruger CM 180E|tmerc 0 180 1 500000 0|88|421
2755|~3-degree Gauss-Kruger CM 177W|tmerc 0 -177 1 500000 0|88|422
2756|~3-degree Gauss-Kruger CM 174W|tmerc 0 -174 1 500000 0|88|423
2757|~3-degree Gauss-Kruger CM 171W|tmerc 0 -171 1 500000 0|88|424
2758|~3-degree Gauss-Kruger CM 168W|tmerc 0 -168 1 500000 0|88|425
2759|~Alabama East|tmerc 30.5 -85.8333333333333 .99996 200000 0|95|452
2760|~Alabama West|tmerc 30 -87.5 .999933333 600000 0|95|453
2761|~Arizona East|tmerc 31 -110.166666666667 .9999 213360 0|95|186
2762|~Arizona Central|tmerc 31 -111.916666666667 .9999 213360 0|95|187
2763|~Arizona West|tmerc 31 -113.75 .999933333 213360 0|95|188
2764|~Arkansas North|lcc 34.3333333333333 -92 36.2333333333333 34.9333333333333 400000 0|95|454
2765|~Arkansas South|lcc 32.6666666666667 -92 34.7666666666667 33.3 400000 400000|95|455
2766|~California zone 1|lcc 39.3333333333333 -122 41.6666666666667 40 2000000 500000|95|189
2767|~California zone 2|lcc 37.6666666666667 -122 39.8333333333333 38.3333333333333 2000000 500000|95|190
2768|~California zone 3|lcc 36.5 -120.5 38.4333333333333 37.0666666666667 2000000 500000|95|191
2769|~California zone 4|lcc 35.3333333333333 -119 37.25 36 2000000 500000|95|192
2770|~California zone 5|lcc 33.5 -118 35.4666666666667 34.0333333333333 2000000 500000|95|193
2771|~California zone 6|lcc 32.1666666666667 -116.25 33.8833333333333 32.7833333333333 2000000 500000|95|194
2772|~Colorado North|lcc 39.3333333333333 -105.5 40.7833333333333 39.7166666666667 914401.8289 304800.6096|95|195
2773|~Colorado Central|lcc 37.8333333333333 -105.5 39.75 38.45 914401.8289 304800.6096|95|196
2774|~Colorado South|lcc 36.6666666666667 -105.5 38.4333333333333 37.2333333333333 914401.8289 304800.6096|95|197
2775|~Connecticut|lcc 40.8333333333333 -72.75 41.8666666666667 41.2 304800.6096 152400.3048|95|198
2776|~Delaware|tmerc 38 -75.4166666666667 .999995 200000 0|95|199
2777|~Florida East|tmerc 24.3333333333333 -81 .999941177 200000 0|95|200
2778|~Florida West|tmerc 24.3333333333333 -82 .999941177 200000 0|95|201
2779|~Florida North|lcc 29 -84.5 30.75 29.5833333333333 600000 0|95|202
2780|~Georgia East|tmerc 30 -82.1666666666667 .9999 200000 0|95|203
2781|~Georgia West|tmerc 30 -84.1666666666667 .9999 700000 0|95|204
2782|~Hawaii zone 1|tmerc 18.8333333333333 -155.5 .999966667 500000 0|43|456
2783|~Hawaii zone 2|tmerc 20.3333333333333 -156.666666666667 .999966667 500000 0|43|457
2784|~Hawaii zone 3|tmerc 21.1666666666667 -158 .99999 500000 0|43|458
2785|~Hawaii zone 4|tmerc 21.8333333333333 -159.5 .99999 500000 0|43|459
2786|~Hawaii zone 5|tmerc 21.6666666666667 -160.166666666667 1 500000 0|43|460
2787|~Idaho East|tmerc 41.6666666666667 -112.166666666667 .999947368 200000 0|95|205
2788|~Idaho Central|tmerc 41.6666666666667 -114 .999947368 500000 0|95|206
2789|~Idaho West|tmerc 41.6666666666667 -115.75 .999933333 800000 0|95|207
2790|~Illinois East|tmerc 36.6666666666667 -88.3333333333333 .999975 300000 0|95|461
2791|~Illinois West|tmerc 36.6666666666667 -90.1666666666667 .999941177 700000 0|95|462
2792|~Indiana East|tmerc 37.5 -85.6666666666667 .999966667 100000 250000|95|208
2793|~Indiana West|tmerc 37.5 -87.0833333333333 .999966667 900000 250000|95|209
2794|~Iowa North|lcc 41.5 -93.5 43.2666666666667 42.0666666666667 1500000 1000000|95|463
2795|~Iowa South|lcc 40 -93.5 41.7833333333333 40.6166666666667 500000 0|95|464
2796|~Kansas North|lcc 38.3333333333333 -98 39.7833333333333 38.7166666666667 400000 0|95|465
2797|~Kansas South|lcc 36.6666666666667 -98.5 38.5666666666667 37.2666666666667 400000 400000|95|466
2798|~Kentucky North|lcc 37.5 -84.25 37.9666666666667 38.9666666666667 500000 0|95|172
2799|~Kentucky South|lcc 36.3333333333333 -85.75 37.9333333333333 36.7333333333333 500000 500000|95|210
2800|~Louisiana North|lcc 30.5 -92.5 32.6666666666667 31.1666666666667 1000000 0|95|467
2801|~Louisiana South|lcc 28.5 -91.3333333333333 30.7 29.3 1000000 0|95|468
2802|~Maine East|tmerc 43.6666666666667 -68.5 .9999 300000 0|95|469
2803|~Maine West|tmerc 42.8333333333333 -70.1666666666667 .999966667 900000 0|95|470
2804|~Maryland|lcc 37.6666666666667 -77 39.45 38.3 400000 0|95|211
2805|~Massachusetts Mainland|lcc 41 -71.5 42.6833333333333 41.7166666666667 200000 750000|95|212
2806|~Massachusetts Island|lcc 41 -70.5 41.4833333333333 41.2833333333333 500000 0|95|213
2807|~Michigan North|lcc 44.7833333333333 -87 47.0833333333333 45.4833333333333 8000000 0|95|214
2808|~Michigan Central|lcc 43.3166666666667 -84.3666666666667 45.7 44.1833333333333 6000000 0|95|215
2809|~Michigan South|lcc 41.5 -84.3666666666667 43.6666666666667 42.1 4000000 0|95|216
2810|~Minnesota North|lcc 46.5 -93.1 48.6333333333333 47.0333333333333 800000 100000|95|471
2811|~Minnesota Central|lcc 45 -94.25 47.05 45.6166666666667 800000 100000|95|472
2812|~Minnesota South|lcc 43 -94 45.2166666666667 43.7833333333333 800000 100000|95|473
2813|~Mississippi East|tmerc 29.5 -88.8333333333333 .99995 300000 0|95|217
2814|~Mississippi West|tmerc 29.5 -90.3333333333333 .99995 700000 0|95|218
2815|~Missouri East|tmerc 35.8333333333333 -90.5 .999933333 250000 0|95|474
2816|~Missouri Central|tmerc 35.8333333333333 -92.5 .999933333 500000 0|95|475
2817|~Missouri West|tmerc 36.1666666666667 -94.5 .999941177 850000 0|95|476
2818|~Montana|lcc 44.25 -109.5 49 45 600000 0|95|219
2819|~Nebraska|lcc 39.8333333333333 -100 43 40 500000 0|95|477
2820|~Nevada East|tmerc 34.75 -115.583333333333 .9999 200000 8000000|95|478
2821|~Nevada Central|tmerc 34.75 -116.666666666667 .9999 500000 6000000|95|479
2822|~Nevada West|tmerc 34.75 -118.583333333333 .9999 800000 4000000|95|480
2823|~New Hampshire|tmerc 42.5 -71.6666666666667 .999966667 300000 0|95|481
2824|~New Jersey|tmerc 38.8333333333333 -74.5 .9999 150000 0|95|482
2825|~New Mexico East|tmerc 31 -104.333333333333 .999909091 165000 0|95|220
2826|~New Mexico Central|tmerc 31 -106.25 .9999 500000 0|95|221
2827|~New Mexico West|tmerc 31 -107.833333333333 .999916667 830000 0|95|222
2828|~New York East|tmerc 38.8333333333333 -74.5 .9999 150000 0|95|223
2829|~New York Central|tmerc 40 -76.5833333333333 .9999375 250000 0|95|224
2830|~New York West|tmerc 40 -78.5833333333333 .9999375 350000 0|95|225
2831|~New York Long Island|lcc 40.1666666666667 -74 41.0333333333333 40.6666666666667 300000 0|95|226
2832|~North Dakota North|lcc 47 -100.5 48.7333333333333 47.4333333333333 600000 0|95|228
2833|~North Dakota South|lcc 45.6666666666667 -100.5 47.4833333333333 46.1833333333333 600000 0|95|229
2834|~Ohio North|lcc 39.6666666666667 -82.5 41.7 40.4333333333333 600000 0|95|483
2835|~Ohio South|lcc 38 -82.5 40.0333333333333 38.7333333333333 600000 0|95|484
2836|~Oklahoma North|lcc 35 -98 36.7666666666667 35.5666666666667 600000 0|95|230
2837|~Oklahoma South|lcc 33.3333333333333 -98 35.2333333333333 33.9333333333333 600000 0|95|231
2838|~Oregon North|lcc 43.6666666666667 -120.5 46 44.3333333333333 2500000 0|95|232
2839|~Oregon South|lcc 41.6666666666667 -120.5 44 42.3333333333333 1500000 0|95|233
2840|~Rhode Island|tmerc 41.0833333333333 -71.5 .99999375 100000 0|95|485
2841|~South Dakota North|lcc 43.8333333333333 -100 45.6833333333333 44.4166666666667 600000 0|95|486
2842|~South Dakota South|lcc 42.3333333333333 -100.333333333333 44.4 42.8333333333333 600000 0|95|487
2843|~Tennessee|lcc 34.3333333333333 -86 36.4166666666667 35.25 600000 0|95|171
2844|~Texas North|lcc 34 -101.5 36.1833333333333 34.65 200000 1000000|95|237
2845|~Texas North Central|lcc 31.6666666666667 -98.5 33.9666666666667 32.1333333333333 600000 2000000|95|238
2846|~Texas Central|lcc 29.6666666666667 -100.333333333333 31.8833333333333 30.1166666666667 700000 3000000|95|239
2847|~Texas South Central|lcc 27.8333333333333 -99 30.2833333333333 28.3833333333333 600000 4000000|95|240
2848|~Texas South|lcc 25.6666666666667 -98.5 27.8333333333333 26.1666666666667 300000 5000000|95|241
2849|~Utah North|lcc 40.3333333333333 -111.5 41.7833333333333 40.7166666666667 500000 1000000|95|242
2850|~Utah Central|lcc 38.3333333333333 -111.5 40.65 39.0166666666667 500000 2000000|95|243
2851|~Utah South|lcc 36.6666666666667 -111.5 38.35 37.2166666666667 500000 3000000|95|244
2852|~Vermont|tmerc 42.5 -72.5 .999964286 500000 0|95|488
2853|~Virginia North|lcc 37.6666666666667 -78.5 39.2 38.0333333333333 3500000 2000000|95|245
2854|~Virginia South|lcc 36.3333333333333 -78.5 37.9666666666667 36.7666666666667 3500000 1000000|95|246
2855|~Washington North|lcc 47 -120.833333333333 48.7333333333333 47.5 500000 0|95|247
2856|~Washington South|lcc 45.3333333333333 -120.5 47.3333333333333 45.8333333333333 500000 0|95|248
2857|~West Virginia North|lcc 38.5 -79.5 40.25 39 600000 0|95|489
2858|~West Virginia South|lcc 37 -81 38.8833333333333 37.4833333333333 600000 0|95|490
2859|~Wisconsin North|lcc 45.1666666666667 -90 46.7666666666667 45.5666666666667 600000 0|95|249
2860|~Wisconsin Central|lcc 43.8333333333333 -90 45.5 44.25 600000 0|95|250
2861|~Wisconsin South|lcc 42 -90 44.0666666666667 42.7333333333333 600000 0|95|251
2862|~Wyoming East|tmerc 40.5 -105.166666666667 .9999375 200000 0|95|491
2863|~Wyoming East Central|tmerc 40.5 -107.333333333333 .9999375 400000 100000|95|492
2864|~Wyoming West Central|tmerc 40.5 -108.75 .9999375 600000 0|95|493
2865|~Wyoming West|tmerc 40.5 -110.083333333333 .9999375 800000 100000|95|494
2866|~Puerto Rico and Virgin Is.|lcc 17.8333333333333 -66.4333333333333 18.4333333333333 18.0333333333333 200000 200000|43|495
2867|~Arizona East (ft)|tmerc 31 -110.166666666667 .9999 213360 0 units=ft|95|186
2868|~Arizona Central (ft)|tmerc 31 -111.916666666667 .9999 213360 0 units=ft|95|187
2869|~Arizona West (ft)|tmerc 31 -113.75 .999933333 213360 0 units=ft|95|188
2870|~California zone 1 (ftUS)|lcc 39.3333333333333 -122 41.6666666666667 40 2000000.0001016 500000.0001016 units=us-ft|95|189
2871|~California zone 2 (ftUS)|lcc 37.6666666666667 -122 39.8333333333333 38.3333333333333 2000000.0001016 500000.0001016 units=us-ft|95|190
2872|~California zone 3 (ftUS)|lcc 36.5 -120.5 38.4333333333333 37.0666666666667 2000000.0001016 500000.0001016 units=us-ft|95|191
2873|~California zone 4 (ftUS)|lcc 35.3333333333333 -119 37.25 36 2000000.0001016 500000.0001016 units=us-ft|95|192
2874|~California zone 5 (ftUS)|lcc 33.5 -118 35.4666666666667 34.0333333333333 2000000.0001016 500000.0001016 units=us-ft|95|193
2875|~California zone 6 (ftUS)|lcc 32.1666666666667 -116.25 33.8833333333333 32.7833333333333 2000000.0001016 500000.0001016 units=us-ft|95|194
2876|~Colorado North (ftUS)|lcc 39.3333333333333 -105.5 40.7833333333333 39.7166666666667 914401.828803658 304800.609601219 units=us-ft|95|195
2877|~Colorado Central (ftUS)|lcc 37.8333333333333 -105.5 39.75 38.45 914401.828803658 304800.609601219 units=us-ft|95|196
2878|~Colorado South (ftUS)|lcc 36.6666666666667 -105.5 38.4333333333333 37.2333333333333 914401.828803658 304800.609601219 units=us-ft|95|197
2879|~Connecticut (ftUS)|lcc 40.8333333333333 -72.75 41.8666666666667 41.2 304800.609601219 152400.30480061 units=us-ft|95|198
2880|~Delaware (ftUS)|tmerc 38 -75.4166666666667 .999995 200000.0001016 0 units=us-ft|95|199
2881|~Florida East (ftUS)|tmerc 24.3333333333333 -81 .999941177 200000.0001016 0 units=us-ft|95|200
2882|~Florida West (ftUS)|tmerc 24.3333333333333 -82 .999941177 200000.0001016 0 units=us-ft|95|201
2883|~Florida North (ftUS)|lcc 29 -84.5 30.75 29.5833333333333 600000 0 units=us-ft|95|202
2884|~Georgia East (ftUS)|tmerc 30 -82.1666666666667 .9999 200000.0001016 0 units=us-ft|95|203
2885|~Georgia West (ftUS)|tmerc 30 -84.1666666666667 .9999 699999.9998984 0 units=us-ft|95|204
2886|~Idaho East (ftUS)|tmerc 41.6666666666667 -112.166666666667 .999947368 200000.0001016 0 units=us-ft|95|205
2887|~Idaho Central (ftUS)|tmerc 41.6666666666667 -114 .999947368 500000.0001016 0 units=us-ft|95|206
2888|~Idaho West (ftUS)|tmerc 41.6666666666667 -115.75 .999933333 800000.0001016 0 units=us-ft|95|207
2889|~Indiana East (ftUS)|tmerc 37.5 -85.6666666666667 .999966667 99999.9998983998 249364.998729997 units=us-ft|95|208
2890|~Indiana West (ftUS)|tmerc 37.5 -87.0833333333333 .999966667 900000 249364.998729997 units=us-ft|95|209
2891|~Kentucky North (ftUS)|lcc 37.5 -84.25 37.9666666666667 38.9666666666667 500000.0001016 0 units=us-ft|95|172
2892|~Kentucky South (ftUS)|lcc 36.3333333333333 -85.75 37.9333333333333 36.7333333333333 500000.0001016 500000.0001016 units=us-ft|95|210
2893|~Maryland (ftUS)|lcc 37.6666666666667 -77 39.45 38.3 399999.9998984 0 units=us-ft|95|211
2894|~Massachusetts Mainland (ftUS)|lcc 41 -71.5 42.6833333333333 41.7166666666667 200000.0001016 750000 units=us-ft|95|212
2895|~Massachusetts Island (ftUS)|lcc 41 -70.5 41.4833333333333 41.2833333333333 500000.0001016 0 units=us-ft|95|213
2896|~Michigan North (ft)|lcc 44.7833333333333 -87 47.0833333333333 45.4833333333333 7999999.999968 0 units=ft|95|214
2897|~Michigan Central (ft)|lcc 43.3166666666667 -84.3666666666667 45.7 44.1833333333333 5999999.999976 0 units=ft|95|215
2898|~Michigan South (ft)|lcc 41.5 -84.3666666666667 43.6666666666667 42.1 3999999.999984 0 units=ft|95|216
2899|~Mississippi East (ftUS)|tmerc 29.5 -88.8333333333333 .99995 300000 0 units=us-ft|95|217
2900|~Mississippi West (ftUS)|tmerc 29.5 -90.3333333333333 .99995 699999.9998984 0 units=us-ft|95|218
2901|~Montana (ft)|lcc 44.25 -109.5 49 45 599999.9999976 0 units=ft|95|219
2902|~New Mexico East (ftUS)|tmerc 31 -104.333333333333 .999909091 165000 0 units=us-ft|95|220
2903|~New Mexico Central (ftUS)|tmerc 31 -106.25 .9999 500000.0001016 0 units=us-ft|95|221
2904|~New Mexico West (ftUS)|tmerc 31 -107.833333333333 .999916667 830000.0001016 0 units=us-ft|95|222
2905|~New York East (ftUS)|tmerc 38.8333333333333 -74.5 .9999 150000 0 units=us-ft|95|223
2906|~New York Central (ftUS)|tmerc 40 -76.5833333333333 .9999375 249999.9998984 0 units=us-ft|95|224
2907|~New York West (ftUS)|tmerc 40 -78.5833333333333 .9999375 350000.0001016 0 units=us-ft|95|225
2908|~New York Long Island (ftUS)|lcc 40.1666666666667 -74 41.0333333333333 40.6666666666667 300000 0 units=us-ft|95|226
2909|~North Dakota North (ft)|lcc 47 -100.5 48.7333333333333 47.4333333333333 599999.9999976 0 units=ft|95|228
2910|~North Dakota South (ft)|lcc 45.6666666666667 -100.5 47.4833333333333 46.1833333333333 599999.9999976 0 units=ft|95|229
2911|~Oklahoma North (ftUS)|lcc 35 -98 36.7666666666667 35.5666666666667 600000 0 units=us-ft|95|230
2912|~Oklahoma South (ftUS)|lcc 33.3333333333333 -98 35.2333333333333 33.9333333333333 600000 0 units=us-ft|95|231
2913|~Oregon North (ft)|lcc 43.6666666666667 -120.5 46 44.3333333333333 2500000.0001424 0 units=ft|95|232
2914|~Oregon South (ft)|lcc 41.6666666666667 -120.5 44 42.3333333333333 1500000.0001464 0 units=ft|95|233
2915|~Tennessee (ftUS)|lcc 34.3333333333333 -86 36.4166666666667 35.25 600000 0 units=us-ft|95|171
2916|~Texas North (ftUS)|lcc 34 -101.5 36.1833333333333 34.65 200000.0001016 999999.9998984 units=us-ft|95|237
2917|~Texas North Central (ftUS)|lcc 31.6666666666667 -98.5 33.9666666666667 32.1333333333333 600000 2000000.0001016 units=us-ft|95|238
2918|~Texas Central (ftUS)|lcc 29.6666666666667 -100.333333333333 31.8833333333333 30.1166666666667 699999.9998984 3000000 units=us-ft|95|239
2919|~Texas South Central (ftUS)|lcc 27.8333333333333 -99 30.2833333333333 28.3833333333333 600000 3999999.9998984 units=us-ft|95|240
2920|~Texas South (ftUS)|lcc 25.6666666666667 -98.5 27.8333333333333 26.1666666666667 300000 5000000.0001016 units=us-ft|95|241
2921|~Utah North (ft)|lcc 40.3333333333333 -111.5 41.7833333333333 40.7166666666667 500000.0001504 999999.999996 units=ft|95|242
2922|~Utah Central (ft)|lcc 38.3333333333333 -111.5 40.65 39.0166666666667 500000.0001504 1999999.999992 units=ft|95|243
2923|~Utah South (ft)|lcc 36.6666666666667 -111.5 38.35 37.2166666666667 500000.0001504 2999999.999988 units=ft|95|244
2924|~Virginia North (ftUS)|lcc 37.6666666666667 -78.5 39.2 38.0333333333333 3500000.0001016 2000000.0001016 units=us-ft|95|245
2925|~Virginia South (ftUS)|lcc 36.3333333333333 -78.5 37.9666666666667 36.7666666666667 3500000.0001016 999999.9998984 units=us-ft|95|246
2926|~Washington North (ftUS)|lcc 47 -120.833333333333 48.7333333333333 47.5 500000.0001016 0 units=us-ft|95|247
2927|~Washington South (ftUS)|lcc 45.3333333333333 -120.5 47.3333333333333 45.8333333333333 500000.0001016 0 units=us-ft|95|248
2928|~Wisconsin North (ftUS)|lcc 45.1666666666667 -90 46.7666666666667 45.5666666666667 600000 0 units=us-ft|95|249
2929|~Wisconsin Central (ftUS)|lcc 43.8333333333333 -90 45.5 44.25 600000 0 units=us-ft|95|250
2930|~Wisconsin South (ftUS)|lcc 42 -90 44.0666666666667 42.7333333333333 600000 0 units=us-ft|95|251
2931|~TM 13 NE|tmerc 0 13 .9996 500000 0|96|496
2932|~Qatar National Grid|tmerc 24.45 51.2166666666667 .99999 200000 300000|97|93
2933|~UTM zone 50S|utm 50 +south|98|394
2934|~NEIEZ|merc 110 .997 3900000 900000|99|497
2935|~CS63 zone A1|tmerc .116666666666667 41.5333333333333 1 1300000 0|90|498
2936|~CS63 zone A2|tmerc .116666666666667 44.5333333333333 1 2300000 0|100|499|2
2937|~CS63 zone A3|tmerc .116666666666667 47.5333333333333 1 3300000 0|100|500|2
2938|~CS63 zone A4|tmerc .116666666666667 50.5333333333333 1 4300000 0|100|501|5
2939|~CS63 zone K2|tmerc .133333333333333 50.7666666666667 1 2300000 0|101|502|3
2940|~CS63 zone K3|tmerc .133333333333333 53.7666666666667 1 3300000 0|90|503|3
2941|~CS63 zone K4|tmerc .133333333333333 56.7666666666667 1 4300000 0|90|504
2942|~UTM zone 28N|utm 28|102|160
2943|~UTM zone 28N|utm 28|103|505
2944|~SCoPQ zone 2|tmerc 0 -55.5 .9999 304800 0|104|8
2945|~MTM zone 3|tmerc 0 -58.5 .9999 304800 0|104|506
2946|~MTM zone 4|tmerc 0 -61.5 .9999 304800 0|104|507
2947|~MTM zone 5|tmerc 0 -64.5 .9999 304800 0|104|508
2948|~MTM zone 6|tmerc 0 -67.5 .9999 304800 0|104|12
2949|~MTM zone 7|tmerc 0 -70.5 .9999 304800 0|104|13
2950|~MTM zone 8|tmerc 0 -73.5 .9999 304800 0|104|509
2951|~MTM zone 9|tmerc 0 -76.5 .9999 304800 0|104|510
2952|~MTM zone 10|tmerc 0 -79.5 .9999 304800 0|104|511
2953|~New Brunswick Stereographic|sterea 46.5 -66.5 .999912 2500000 7500000|104|34
2954|~Prince Edward Isl. Stereographic (NAD83)|sterea 47.25 -63 .999912 400000 800000|104|252
2955|~UTM zone 11N|utm 11|104|512
2956|~UTM zone 12N|utm 12|104|513
2957|~UTM zone 13N|utm 13|104|514
2958|~UTM zone 17N|utm 17|104|515
2959|~UTM zone 18N|utm 18|104|516
2960|~UTM zone 19N|utm 19|104|517
2961|~UTM zone 20N|utm 20|104|518
2962|~UTM zone 21N|utm 21|104|519
2964|~Alaska Albers|aea 50 -154 55 65 0 0 units=us-ft|105|520|187
2965|~Indiana East (ftUS)|tmerc 37.5 -85.6666666666667 .999966667 99999.9998983998 249999.9998984 units=us-ft|64|208
2966|~Indiana West (ftUS)|tmerc 37.5 -87.0833333333333 .999966667 900000 249999.9998984 units=us-ft|64|209
2967|~Indiana East (ftUS)|tmerc 37.5 -85.6666666666667 .999966667 99999.9998983998 249999.9998984 units=us-ft|95|208
2968|~Indiana West (ftUS)|tmerc 37.5 -87.0833333333333 .999966667 900000 249999.9998984 units=us-ft|95|209
2969|~UTM zone 20N|utm 20|106|521
2970|~UTM zone 20N|utm 20|107|522
2971|~UTM zone 22N|utm 22|108|523
2972|~UTM zone 22N|utm 22|109|524
2973|~UTM zone 20N|utm 20|110|525
2975|~UTM zone 40S|utm 40 +south|111|526
2976|~UTM zone 6S|utm 6 +south|112|527
2977|~UTM zone 5S|utm 5 +south|113|528
2978|~UTM zone 7S|utm 7 +south|114|529|160
2979|~UTM zone 42S|utm 42 +south|115|530|91
2980|~UTM zone 38S|utm 38 +south|116|531
2981|~UTM zone 58S|utm 58 +south|117|532
2982|~UTM zone 58S|utm 58 +south|118|533
2983|~UTM zone 58S|utm 58 +south|119|534|61
2984|~Lambert New Caledonia|lcc -21.5 166 -20.6666666666667 -22.3333333333333 400000 300000|120|535|70
2987|~UTM zone 21N|utm 21|121|536
2988|~UTM zone 1S|utm 1 +south|122|537
2989|~UTM zone 20N|utm 20|123|538
2990|~TM Reunion|tmerc -21.1166666666667 55.5333333333333 1 50000 160000|124|539
2991|~Oregon LCC (m)|lcc 41.75 -120.5 43 45.5 400000 0|64|540
2992|~Oregon GIC Lambert (ft)|lcc 41.75 -120.5 43 45.5 399999.9999984 0 units=ft|64|540
2993|~Oregon LCC (m)|lcc 41.75 -120.5 43 45.5 400000 0|95|540
2994|~Oregon GIC Lambert (ft)|lcc 41.75 -120.5 43 45.5 399999.9999984 0 units=ft|95|540
2995|~UTM zone 58S|utm 58 +south|125|541
2996|~UTM zone 58S|utm 58 +south|126|542
2997|~UTM zone 58S|utm 58 +south|127|543
2998|~UTM zone 58S|utm 58 +south|128|544
2999|~UTM zone 38S|utm 38 +south|129|545
3000|~NEIEZ|merc 110 .997 3900000 900000|130|497|9
3001|~NEIEZ|merc 110 .997 3900000 900000|131|546|5
3002|~NEIEZ|merc 110 .997 3900000 900000|132|547
3003|~Italy zone 1|tmerc 0 9 .9996 1500000 0|133|548|71
3004|~Italy zone 2|tmerc 0 15 .9996 2520000 0|133|549|69
3005|~BC Albers|aea 45 -126 50 58.5 1000000 0|64|550
3006|SWEREF99 TM|utm 33|134|303
3007|SWEREF99 12 00|tmerc 0 12 1 150000 0|134|551
3008|SWEREF99 13 30|tmerc 0 13.5 1 150000 0|134|552
3009|SWEREF99 15 00|tmerc 0 15 1 150000 0|134|553
3010|SWEREF99 16 30|tmerc 0 16.5 1 150000 0|134|554
3011|SWEREF99 18 00|tmerc 0 18 1 150000 0|134|555
3012|SWEREF99 14 15|tmerc 0 14.25 1 150000 0|134|556
3013|SWEREF99 15 45|tmerc 0 15.75 1 150000 0|134|557
3014|SWEREF99 17 15|tmerc 0 17.25 1 150000 0|134|558
3015|SWEREF99 18 45|tmerc 0 18.75 1 150000 0|134|559
3016|SWEREF99 20 15|tmerc 0 20.25 1 150000 0|134|560
3017|SWEREF99 21 45|tmerc 0 21.75 1 150000 0|134|561
3018|SWEREF99 23 15|tmerc 0 23.25 1 150000 0|134|562
3019|RT90 7.5 gon V|tmerc 0 11.3082777777778 1 1500000 0|81|563
3020|RT90 5 gon V|tmerc 0 13.5582777777778 1 1500000 0|81|564
3021|RT90 2.5 gon V|tmerc 0 15.8082777777778 1 1500000 0|81|565
3021|RT90 2.5 gon V|tmerc 0 15.8082777777778 1 1500000 0|81|565
3022|RT90 0 gon|tmerc 0 18.0582777777778 1 1500000 0|81|566
3023|RT90 2.5 gon O|tmerc 0 20.3082777777778 1 1500000 0|81|567
3024|RT90 5 gon O|tmerc 0 22.5582777777778 1 1500000 0|81|568
3025|RT38 7.5 gon V|tmerc 0 11.3082777777778 1 1500000 0|135|563|60
3026|RT38 5 gon V|tmerc 0 13.5582777777778 1 1500000 0|135|564|61
3027|RT38 2.5 gon V|tmerc 0 15.8082777777778 1 1500000 0|135|565|60
3027|RT38 2.5 gon V|tmerc 0 15.8082777777778 1 1500000 0|135|565|60
3028|RT38 0 gon|tmerc 0 18.0582777777778 1 1500000 0|135|566|59
3029|RT38 2.5 gon O|tmerc 0 20.3082777777778 1 1500000 0|135|567|52
3030|RT38 5 gon O|tmerc 0 22.5582777777778 1 1500000 0|135|568|50
3031|~Antarctic Polar Stereographic|stere -90 0 0 0 lat_ts=-71|70|569
3032|~Australian Antarctic Polar Stereographic|stere -90 70 6000000 6000000 lat_ts=-71|70|570
3033|~Australian Antarctic Lambert|lcc -50 70 -68.5 -74.5 6000000 6000000|70|571
3034|ETRS89-extended / LCC Europe|lcc 52 10 35 65 4000000 2800000|59|572
3035|ETRS89-extended / LAEA Europe|laea 52 10 4321000 3210000|59|572
3036|~UTM zone 36S|utm 36 +south|136|573
3037|~UTM zone 37S|utm 37 +south|136|574
3038|~TM26|utm 26|59|575
3039|~TM27|utm 27|59|576
3040|~UTM zone 28N (N-E)|utm 28|59|577
3041|~UTM zone 29N (N-E)|utm 29|59|578
3042|~UTM zone 30N (N-E)|utm 30|59|579
3043|~UTM zone 31N (N-E)|utm 31|59|580
3044|~UTM zone 32N (N-E)|utm 32|59|581
3045|~UTM zone 33N (N-E)|utm 33|59|582
3046|~UTM zone 34N (N-E)|utm 34|59|583
3047|~UTM zone 35N (N-E)|utm 35|59|584
3048|~UTM zone 36N (N-E)|utm 36|59|585
3049|~UTM zone 37N (N-E)|utm 37|59|586
3050|~TM38|utm 38|59|587
3051|~TM39|utm 39|59|588
3054|~UTM zone 26N|utm 26|137|589
3055|~UTM zone 27N|utm 27|137|590
3056|~UTM zone 28N|utm 28|137|591
3057|~Lambert 1993|lcc 65 -19 64.25 65.75 500000 500000|138|592
3058|~Jan Mayen Grid|tmerc 0 -8.5 1 50000 -7800000|139|593
3059|~Latvia TM|tmerc 0 24 .9996 500000 -6000000|140|594
3060|~UTM zone 58S|utm 58 +south|141|533
3061|~UTM zone 28N|utm 28|142|160|555
3062|~UTM zone 26N|utm 26|143|159
3063|~UTM zone 26N|utm 26|144|158
3064|~UTM zone 32N|utm 32|145|548
3065|~UTM zone 33N|utm 33|145|595
3066|~Jordan TM|tmerc 0 37 .9998 500000 -3000000|146|596
3067|~TM35FIN(E,N)|utm 35|59|597
3068|~Soldner Berlin|cass 52.4186482777778 13.6272036666667 40000 10000|147|598
3069|~Wisconsin Transverse Mercator|tmerc 0 -90 .9996 500000 -4500000|148|599|1
3070|~Wisconsin Transverse Mercator|tmerc 0 -90 .9996 520000 -4480000|64|599
3071|~Wisconsin Transverse Mercator|tmerc 0 -90 .9996 520000 -4480000|95|599
3072|~Maine CS2000 East|tmerc 43.8333333333333 -67.875 .99998 700000 0|64|600
3073|~Maine CS2000 Central|tmerc 43 -69.125 .99998 500000 0|64|601
3074|~Maine CS2000 West|tmerc 42.8333333333333 -70.375 .99998 300000 0|64|602
3075|~Maine CS2000 East|tmerc 43.8333333333333 -67.875 .99998 700000 0|95|600
3076|~Maine CS2000 Central|tmerc 43 -69.125 .99998 500000 0|95|601
3077|~Maine CS2000 West|tmerc 42.8333333333333 -70.375 .99998 300000 0|95|602
3078|~Michigan Oblique Mercator|omerc 45.3091666666667 -86 337.25556 337.25556 .9996 2546731.496 -4354009.816 +no_uoff|64|603
3079|~Michigan Oblique Mercator|omerc 45.3091666666667 -86 337.25556 337.25556 .9996 2546731.496 -4354009.816 +no_uoff|95|603
3080|~Shackleford|lcc 31.1666666666667 -100 27.4166666666667 34.9166666666667 914400 914400 units=ft|148|604
3081|~Texas State Mapping System|lcc 31.1666666666667 -100 27.4166666666667 34.9166666666667 1000000 1000000|64|604
3082|~Texas Centric Lambert Conformal|lcc 18 -100 27.5 35 1500000 5000000|64|604
3083|~Texas Centric Albers Equal Area|aea 18 -100 27.5 35 1500000 6000000|64|604
3084|~Texas Centric Lambert Conformal|lcc 18 -100 27.5 35 1500000 5000000|95|604
3085|~Texas Centric Albers Equal Area|aea 18 -100 27.5 35 1500000 6000000|95|604
3086|~Florida GDL Albers|aea 24 -84 24 31.5 400000 0|64|605
3087|~Florida GDL Albers|aea 24 -84 24 31.5 400000 0|95|605
3088|~Kentucky Single Zone|lcc 36.3333333333333 -85.75 37.0833333333333 38.6666666666667 1500000 1000000|64|606
3089|~Kentucky Single Zone (ftUS)|lcc 36.3333333333333 -85.75 37.0833333333333 38.6666666666667 1500000 999999.9998984 units=us-ft|64|606
3090|~Kentucky Single Zone|lcc 36.3333333333333 -85.75 37.0833333333333 38.6666666666667 1500000 1000000|95|606
3091|~Kentucky Single Zone (ftUS)|lcc 36.3333333333333 -85.75 37.0833333333333 38.6666666666667 1500000 999999.9998984 units=us-ft|95|606
3092|~UTM zone 51N|utm 51|149|607
3093|~UTM zone 52N|utm 52|149|608|6
3094|~UTM zone 53N|utm 53|149|609
3095|~UTM zone 54N|utm 54|149|610
3096|~UTM zone 55N|utm 55|149|611
3097|~UTM zone 51N|utm 51|87|612
3098|~UTM zone 52N|utm 52|87|613
3099|~UTM zone 53N|utm 53|87|614
3100|~UTM zone 54N|utm 54|87|615
3101|~UTM zone 55N|utm 55|87|616
3102|~American Samoa Lambert|lcc -14.2666666666667 -170 -14.2666666666667 k_0=1 x_0=152400.30480061 y_0=95169.3116586233 units=us-ft|150|617
3103|~UTM zone 28N|utm 28|151|618|247
3104|~UTM zone 29N|utm 29|151|619|274
3105|~UTM zone 30N|utm 30|151|620|264
3106|~TM 90 NE|tmerc 0 90 .9996 500000 0|152|621
3106|~TM 90 NE|tmerc 0 90 .9996 500000 0|152|621
3107|~SA Lambert|lcc -32 135 -28 -36 1000000 2000000|153|622
3108|~Guernsey Grid|tmerc 49.5 -2.41666666666667 .999997 47000 50000|59|623
3109|~Jersey Transverse Mercator|tmerc 49.225 -2.135 .9999999 40000 70000|59|624
3110|~Vicgrid66|lcc -37 145 -36 -38 2500000 4500000|154|625
3111|~Vicgrid|lcc -37 145 -36 -38 2500000 2500000|153|625
3112|~Geoscience Australia Lambert|lcc 0 134 -18 -36 0 0|153|626
3113|~BCSG02|tmerc -28 153 .99999 50000 100000|153|627
3114|~Colombia Far West zone|tmerc 4.59620041666667 -80.0775079166667 1 1000000 1000000|155|628
3115|~Colombia West zone|tmerc 4.59620041666667 -77.0775079166667 1 1000000 1000000|155|629
3116|~Colombia Bogota zone|tmerc 4.59620041666667 -74.0775079166667 1 1000000 1000000|155|630
3116|~Colombia Bogota zone|tmerc 4.59620041666667 -74.0775079166667 1 1000000 1000000|155|630
3117|~Colombia East Central zone|tmerc 4.59620041666667 -71.0775079166667 1 1000000 1000000|155|631
3118|~Colombia East zone|tmerc 4.59620041666667 -68.0775079166667 1 1000000 1000000|155|632
3119|~AEF west|tmerc 0 10.5 .999 1000000 1000000|66|181
3120|~Poland zone I|sterea 50.625 21.0833333333333 .9998 4637000 5467000|52|147
3121|~Philippines zone 1|tmerc 0 117 .99995 500000 0|156|633
3122|~Philippines zone 2|tmerc 0 119 .99995 500000 0|156|634
3123|~Philippines zone 3|tmerc 0 121 .99995 500000 0|156|635
3124|~Philippines zone 4|tmerc 0 123 .99995 500000 0|156|636
3125|~Philippines zone 5|tmerc 0 125 .99995 500000 0|156|637
3126|~ETRS-GK19FIN|tmerc 0 19 1 500000 0|59|638
3127|~ETRS-GK20FIN|tmerc 0 20 1 500000 0|59|639
3128|~ETRS-GK21FIN|tmerc 0 21 1 500000 0|59|640
3129|~ETRS-GK22FIN|tmerc 0 22 1 500000 0|59|641
3130|~ETRS-GK23FIN|tmerc 0 23 1 500000 0|59|642
3131|~ETRS-GK24FIN|tmerc 0 24 1 500000 0|59|643
3132|~ETRS-GK25FIN|tmerc 0 25 1 500000 0|59|644
3133|~ETRS-GK26FIN|tmerc 0 26 1 500000 0|59|645
3134|~ETRS-GK27FIN|tmerc 0 27 1 500000 0|59|646
3135|~ETRS-GK28FIN|tmerc 0 28 1 500000 0|59|647
3136|~ETRS-GK29FIN|tmerc 0 29 1 500000 0|59|648
3137|~ETRS-GK30FIN|tmerc 0 30 1 500000 0|59|649
3138|~ETRS-GK31FIN|tmerc 0 31 1 500000 0|59|650
3139|~Vanua Levu Grid|cass -16.25 179.333333333333 251727.9155424 334519.953768 +hyperbolic units=link|157|651
3140|~Viti Levu Grid|cass -18 178 109435.392 141622.272 units=link|158|652
3141|~UTM zone 60S|utm 60 +south|159|653
3142|~UTM zone 1S|utm 1 +south|159|654
3143|~Fiji Map Grid|tmerc -17 178.75 .99985 2000000 4000000|160|655
3146|~3-degree Gauss-Kruger zone 6|tmerc 0 18 1 6500000 0|89|656|3
3147|~3-degree Gauss-Kruger CM 18E|tmerc 0 18 1 500000 0|89|656|3
3148|~UTM zone 48N|utm 48|161|40|502
3149|~UTM zone 49N|utm 49|161|41|530
3150|~3-degree Gauss-Kruger zone 6|tmerc 0 18 1 6500000 0|88|656
3151|~3-degree Gauss-Kruger CM 18E|tmerc 0 18 1 500000 0|88|656
3152|ST74|tmerc 0 18.05779 .99999425 100178.1808 -6500614.7836|134|657
3153|~BC Albers|aea 45 -126 50 58.5 1000000 0|104|550
3154|~UTM zone 7N|utm 7|104|658
3155|~UTM zone 8N|utm 8|104|659
3156|~UTM zone 9N|utm 9|104|660
3157|~UTM zone 10N|utm 10|104|661
3158|~UTM zone 14N|utm 14|104|662
3159|~UTM zone 15N|utm 15|104|663
3160|~UTM zone 16N|utm 16|104|664
3161|~Ontario MNR Lambert|lcc 0 -85 44.5 53.5 930000 6430000|64|665
3162|~Ontario MNR Lambert|lcc 0 -85 44.5 53.5 930000 6430000|104|665
3163|~Lambert New Caledonia|lcc -21.5 166 -20.6666666666667 -22.3333333333333 400000 300000|162|666
3164|~UTM zone 58S|utm 58 +south|163|534
3165|~Noumea Lambert|lcc -22.26969175 166.44242575 -22.24469175 -22.29469175 .66 1.02|128|544
3166|~Noumea Lambert 2|lcc -22.2697222222222 166.4425 -22.2447222222222 -22.2947222222222 8.313 -2.354|128|544
3167|~RSO Malaya (ch)|omerc 4 102.25 323.0257905 323.130102361111 .99984 804670.24 0 +no_uoff to_meter=20.116756|164|667
3168|~RSO Malaya (m)|omerc 4 102.25 323.0257905 323.130102361111 .99984 804670.24 0 +no_uoff|164|667
3169|~UTM zone 57S|utm 57 +south|162|668
3170|~UTM zone 58S|utm 58 +south|162|669
3171|~UTM zone 59S|utm 59 +south|162|670
3172|~UTM zone 59S|utm 59 +south|125|671
3174|~Great Lakes Albers|aea 45.568977 -84.455955 42.122774 49.01518 1000000 1000000|64|672
3175|~Great Lakes and St Lawrence Albers|aea 45.568977 -83.248627 42.122774 49.01518 1000000 1000000|64|673
3176|~TM 106 NE|tmerc 0 106 .9996 500000 0|165|88
3177|~Libya TM|tmerc 0 17 .9965 1000000 0|166|674
3178|~UTM zone 18N|utm 18|167|675
3179|~UTM zone 19N|utm 19|167|676
3180|~UTM zone 20N|utm 20|167|677
3181|~UTM zone 21N|utm 21|167|678
3182|~UTM zone 22N|utm 22|167|679
3183|~UTM zone 23N|utm 23|167|680
3184|~UTM zone 24N|utm 24|167|681
3185|~UTM zone 25N|utm 25|167|682
3186|~UTM zone 26N|utm 26|167|683
3187|~UTM zone 27N|utm 27|167|684
3188|~UTM zone 28N|utm 28|167|685
3189|~UTM zone 29N|utm 29|167|686
3190|~Libya TM zone 5|tmerc 0 9 .99995 200000 0|166|63
3191|~Libya TM zone 6|tmerc 0 11 .99995 200000 0|166|64
3192|~Libya TM zone 7|tmerc 0 13 .99995 200000 0|166|65
3193|~Libya TM zone 8|tmerc 0 15 .99995 200000 0|166|66
3194|~Libya TM zone 9|tmerc 0 17 .99995 200000 0|166|67
3195|~Libya TM zone 10|tmerc 0 19 .99995 200000 0|166|68
3196|~Libya TM zone 11|tmerc 0 21 .99995 200000 0|166|69
3197|~Libya TM zone 12|tmerc 0 23 .99995 200000 0|166|70
3198|~Libya TM zone 13|tmerc 0 25 .99995 200000 0|166|71
3199|~UTM zone 32N|utm 32|166|687
3200|~Iraq zone|lcc 32.5 45 32.5 k_0=.9987864078 x_0=1500000 y_0=1166200|168|688|218
3201|~UTM zone 33N|utm 33|166|689
3202|~UTM zone 34N|utm 34|166|690
3203|~UTM zone 35N|utm 35|166|691
3204|~SCAR IMW SP19-20|lcc -90 -66 -60.6666666666667 -63.3333333333333 0 0|70|692
3205|~SCAR IMW SP21-22|lcc -90 -54 -60.6666666666667 -63.3333333333333 0 0|70|693
3206|~SCAR IMW SP23-24|lcc -90 -42 -60.6666666666667 -63.3333333333333 0 0|70|694
3207|~SCAR IMW SQ01-02|lcc -90 -174 -64.6666666666667 -67.3333333333333 0 0|70|695
3208|~SCAR IMW SQ19-20|lcc -90 -66 -64.6666666666667 -67.3333333333333 0 0|70|696
3209|~SCAR IMW SQ21-22|lcc -90 -54 -64.6666666666667 -67.3333333333333 0 0|70|697
3210|~SCAR IMW SQ37-38|lcc -90 42 -64.6666666666667 -67.3333333333333 0 0|70|698
3211|~SCAR IMW SQ39-40|lcc -90 54 -64.6666666666667 -67.3333333333333 0 0|70|699
3212|~SCAR IMW SQ41-42|lcc -90 66 -64.6666666666667 -67.3333333333333 0 0|70|700
3213|~SCAR IMW SQ43-44|lcc -90 78 -64.6666666666667 -67.3333333333333 0 0|70|701
3214|~SCAR IMW SQ45-46|lcc -90 90 -64.6666666666667 -67.3333333333333 0 0|70|702
3215|~SCAR IMW SQ47-48|lcc -90 102 -64.6666666666667 -67.3333333333333 0 0|70|703
3216|~SCAR IMW SQ49-50|lcc -90 114 -64.6666666666667 -67.3333333333333 0 0|70|704
3217|~SCAR IMW SQ51-52|lcc -90 126 -64.6666666666667 -67.3333333333333 0 0|70|705
3218|~SCAR IMW SQ53-54|lcc -90 138 -64.6666666666667 -67.3333333333333 0 0|70|706
3219|~SCAR IMW SQ55-56|lcc -90 150 -64.6666666666667 -67.3333333333333 0 0|70|707
3220|~SCAR IMW SQ57-58|lcc -90 162 -64.6666666666667 -67.3333333333333 0 0|70|708
3221|~SCAR IMW SR13-14|lcc -90 -102 -68.6666666666667 -71.3333333333333 0 0|70|709
3222|~SCAR IMW SR15-16|lcc -90 -90 -68.6666666666667 -71.3333333333333 0 0|70|710
3223|~SCAR IMW SR17-18|lcc -90 -78 -68.6666666666667 -71.3333333333333 0 0|70|711
3224|~SCAR IMW SR19-20|lcc -90 -66 -68.6666666666667 -71.3333333333333 0 0|70|712
3225|~SCAR IMW SR27-28|lcc -90 -18 -68.6666666666667 -71.3333333333333 0 0|70|713
3226|~SCAR IMW SR29-30|lcc -90 -6 -68.6666666666667 -71.3333333333333 0 0|70|714
3227|~SCAR IMW SR31-32|lcc -90 6 -68.6666666666667 -71.3333333333333 0 0|70|715
3228|~SCAR IMW SR33-34|lcc -90 18 -68.6666666666667 -71.3333333333333 0 0|70|716
3229|~SCAR IMW SR35-36|lcc -90 30 -68.6666666666667 -71.3333333333333 0 0|70|717
3230|~SCAR IMW SR37-38|lcc -90 42 -68.6666666666667 -71.3333333333333 0 0|70|718
3231|~SCAR IMW SR39-40|lcc -90 54 -68.6666666666667 -71.3333333333333 0 0|70|719
3232|~SCAR IMW SR41-42|lcc -90 66 -68.6666666666667 -71.3333333333333 0 0|70|720
3233|~SCAR IMW SR43-44|lcc -90 78 -68.6666666666667 -71.3333333333333 0 0|70|721
3234|~SCAR IMW SR45-46|lcc -90 90 -68.6666666666667 -71.3333333333333 0 0|70|722
3235|~SCAR IMW SR47-48|lcc -90 102 -68.6666666666667 -71.3333333333333 0 0|70|723
3236|~SCAR IMW SR49-50|lcc -90 114 -68.6666666666667 -71.3333333333333 0 0|70|724
3237|~SCAR IMW SR51-52|lcc -90 126 -68.6666666666667 -71.3333333333333 0 0|70|725
3238|~SCAR IMW SR53-54|lcc -90 138 -68.6666666666667 -71.3333333333333 0 0|70|726
3239|~SCAR IMW SR55-56|lcc -90 150 -68.6666666666667 -71.3333333333333 0 0|70|727
3240|~SCAR IMW SR57-58|lcc -90 162 -68.6666666666667 -71.3333333333333 0 0|70|728
3241|~SCAR IMW SR59-60|lcc -90 174 -68.6666666666667 -71.3333333333333 0 0|70|729
3242|~SCAR IMW SS04-06|lcc -90 -153 -72.6666666666667 -75.3333333333333 0 0|70|730
3243|~SCAR IMW SS07-09|lcc -90 -135 -72.6666666666667 -75.3333333333333 0 0|70|731
3244|~SCAR IMW SS10-12|lcc -90 -117 -72.6666666666667 -75.3333333333333 0 0|70|732
3245|~SCAR IMW SS13-15|lcc -90 -99 -72.6666666666667 -75.3333333333333 0 0|70|733
3246|~SCAR IMW SS16-18|lcc -90 -81 -72.6666666666667 -75.3333333333333 0 0|70|734
3247|~SCAR IMW SS19-21|lcc -90 -63 -72.6666666666667 -75.3333333333333 0 0|70|735
3248|~SCAR IMW SS25-27|lcc -90 -27 -72.6666666666667 -75.3333333333333 0 0|70|736
3249|~SCAR IMW SS28-30|lcc -90 -9 -72.6666666666667 -75.3333333333333 0 0|70|737
3250|~SCAR IMW SS31-33|lcc -90 9 -72.6666666666667 -75.3333333333333 0 0|70|738
3251|~SCAR IMW SS34-36|lcc -90 27 -72.6666666666667 -75.3333333333333 0 0|70|739
3252|~SCAR IMW SS37-39|lcc -90 45 -72.6666666666667 -75.3333333333333 0 0|70|740
3253|~SCAR IMW SS40-42|lcc -90 63 -72.6666666666667 -75.3333333333333 0 0|70|741
3254|~SCAR IMW SS43-45|lcc -90 81 -72.6666666666667 -75.3333333333333 0 0|70|742
3255|~SCAR IMW SS46-48|lcc -90 99 -72.6666666666667 -75.3333333333333 0 0|70|743
3256|~SCAR IMW SS49-51|lcc -90 117 -72.6666666666667 -75.3333333333333 0 0|70|744
3257|~SCAR IMW SS52-54|lcc -90 135 -72.6666666666667 -75.3333333333333 0 0|70|745
3258|~SCAR IMW SS55-57|lcc -90 153 -72.6666666666667 -75.3333333333333 0 0|70|746
3259|~SCAR IMW SS58-60|lcc -90 171 -72.6666666666667 -75.3333333333333 0 0|70|747
3260|~SCAR IMW ST01-04|lcc -90 -168 -76.6666666666667 -79.3333333333333 0 0|70|748
3261|~SCAR IMW ST05-08|lcc -90 -144 -76.6666666666667 -79.3333333333333 0 0|70|749
3262|~SCAR IMW ST09-12|lcc -90 -120 -76.6666666666667 -79.3333333333333 0 0|70|750
3263|~SCAR IMW ST13-16|lcc -90 -96 -76.6666666666667 -79.3333333333333 0 0|70|751
3264|~SCAR IMW ST17-20|lcc -90 -72 -76.6666666666667 -79.3333333333333 0 0|70|752
3265|~SCAR IMW ST21-24|lcc -90 -48 -76.6666666666667 -79.3333333333333 0 0|70|753
3266|~SCAR IMW ST25-28|lcc -90 -24 -76.6666666666667 -79.3333333333333 0 0|70|754
3267|~SCAR IMW ST29-32|lcc -90 0 -76.6666666666667 -79.3333333333333 0 0|70|755
3268|~SCAR IMW ST33-36|lcc -90 24 -76.6666666666667 -79.3333333333333 0 0|70|756
3269|~SCAR IMW ST37-40|lcc -90 48 -76.6666666666667 -79.3333333333333 0 0|70|757
3270|~SCAR IMW ST41-44|lcc -90 72 -76.6666666666667 -79.3333333333333 0 0|70|758
3271|~SCAR IMW ST45-48|lcc -90 96 -76.6666666666667 -79.3333333333333 0 0|70|759
3272|~SCAR IMW ST49-52|lcc -90 120 -76.6666666666667 -79.3333333333333 0 0|70|760
3273|~SCAR IMW ST53-56|lcc -90 144 -76.6666666666667 -79.3333333333333 0 0|70|761
3274|~SCAR IMW ST57-60|lcc -90 168 -76.6666666666667 -79.3333333333333 0 0|70|762
3275|~SCAR IMW SU01-05|stere -90 -165 0 0 lat_ts=-80.2386111111111|70|763
3276|~SCAR IMW SU06-10|stere -90 -135 0 0 lat_ts=-80.2386111111111|70|764
3277|~SCAR IMW SU11-15|stere -90 -105 0 0 lat_ts=-80.2386111111111|70|765
3278|~SCAR IMW SU16-20|stere -90 -75 0 0 lat_ts=-80.2386111111111|70|766
3279|~SCAR IMW SU21-25|stere -90 -45 0 0 lat_ts=-80.2386111111111|70|767
3280|~SCAR IMW SU26-30|stere -90 -15 0 0 lat_ts=-80.2386111111111|70|768
3281|~SCAR IMW SU31-35|stere -90 15 0 0 lat_ts=-80.2386111111111|70|769
3282|~SCAR IMW SU36-40|stere -90 45 0 0 lat_ts=-80.2386111111111|70|770
3283|~SCAR IMW SU41-45|stere -90 75 0 0 lat_ts=-80.2386111111111|70|771
3284|~SCAR IMW SU46-50|stere -90 105 0 0 lat_ts=-80.2386111111111|70|772
3285|~SCAR IMW SU51-55|stere -90 135 0 0 lat_ts=-80.2386111111111|70|773
3286|~SCAR IMW SU56-60|stere -90 165 0 0 lat_ts=-80.2386111111111|70|774
3287|~SCAR IMW SV01-10|stere -90 -150 0 0 lat_ts=-80.2386111111111|70|775
3288|~SCAR IMW SV11-20|stere -90 -90 0 0 lat_ts=-80.2386111111111|70|776
3289|~SCAR IMW SV21-30|stere -90 -30 0 0 lat_ts=-80.2386111111111|70|777
3290|~SCAR IMW SV31-40|stere -90 30 0 0 lat_ts=-80.2386111111111|70|778
3291|~SCAR IMW SV41-50|stere -90 90 0 0 lat_ts=-80.2386111111111|70|779
3292|~SCAR IMW SV51-60|stere -90 150 0 0 lat_ts=-80.2386111111111|70|780
3293|~SCAR IMW SW01-60|stere -90 0 0 0 lat_ts=-80.2386111111111|70|781
3294|~USGS Transantarctic Mountains|lcc -78 162 -76.6666666666667 -79.3333333333333 0 0|70|782
3296|~UTM zone 5S|utm 5 +south|169|783
3297|~UTM zone 6S|utm 6 +south|169|784
3298|~UTM zone 7S|utm 7 +south|169|785
3299|~UTM zone 8S|utm 8 +south|169|786
3300|Estonian Coordinate System of 1992|lcc 57.5175539305556 24 59.3333333333333 58 500000 6375000|170|787
3301|Estonian Coordinate System of 1997|lcc 57.5175539305556 24 59.3333333333333 58 500000 6375000|171|788
3302|~UTM zone 7S|utm 7 +south|172|789|233
3303|~UTM zone 7S|utm 7 +south|173|790
3304|~UTM zone 6S|utm 6 +south|174|791
3305|~UTM zone 6S|utm 6 +south|175|792
3306|~UTM zone 5S|utm 5 +south|176|793
3307|~UTM zone 39N|utm 39|177|794
3308|~NSW Lambert|lcc -33.25 147 -30.75 -35.75 9300000 4500000|153|795
3309|~California Albers|aea 0 -120 34 40.5 0 -4000000|148|796
3310|~California Albers|aea 0 -120 34 40.5 0 -4000000|64|796
3311|~California Albers|aea 0 -120 34 40.5 0 -4000000|95|796
3312|~UTM zone 21N|utm 21|108|797
3313|~UTM zone 21N|utm 21|109|798
3314|~Katanga Lambert|lcc 0 26 -6.5 -11.5 0 0|178|799|275
3315|~Katanga TM|tmerc -9 26 .9998 0 0|178|799|275
3316|~Congo TM zone 22|tmerc 0 22 .9999 500000 10000000|179|800|86
3317|~Congo TM zone 24|tmerc 0 24 .9999 500000 10000000|179|801|82
3318|IGC 1962 / Congo TM zone 12|tmerc 0 12 .9999 500000 10000000|180|802|71
3319|IGC 1962 / Congo TM zone 14|tmerc 0 14 .9999 500000 10000000|180|803|69
3320|IGC 1962 / Congo TM zone 16|tmerc 0 16 .9999 500000 10000000|180|804|67
3321|IGC 1962 / Congo TM zone 18|tmerc 0 18 .9999 500000 10000000|180|805|63
3322|IGC 1962 / Congo TM zone 20|tmerc 0 20 .9999 500000 10000000|180|806|83
3323|IGC 1962 / Congo TM zone 22|tmerc 0 22 .9999 500000 10000000|180|807|86
3324|IGC 1962 / Congo TM zone 24|tmerc 0 24 .9999 500000 10000000|180|801|82
3325|IGC 1962 / Congo TM zone 26|tmerc 0 26 .9999 500000 10000000|180|808|83
3326|IGC 1962 / Congo TM zone 28|tmerc 0 28 .9999 500000 10000000|180|809|84
3327|IGC 1962 / Congo TM zone 30|tmerc 0 30 .9999 500000 10000000|180|810|71
3328|~GUGiK-80|sterea 52.1666666666667 19.1666666666667 .999714 500000 500000|52|811
3329|~3-degree Gauss-Kruger zone 5|tmerc 0 15 1 5500000 0|52|302|133
3330|~3-degree Gauss-Kruger zone 6|tmerc 0 18 1 6500000 0|52|812|132
3331|~3-degree Gauss-Kruger zone 7|tmerc 0 21 1 7500000 0|181|813|131
3332|~3-degree Gauss-Kruger zone 8|tmerc 0 24 1 8500000 0|52|814|127
3333|~Gauss-Kruger zone 3|tmerc 0 15 1 3500000 0|52|354|134
3334|~Gauss-Kruger zone 4|tmerc 0 21 1 4500000 0|52|815|131
3335|~Gauss-Kruger zone 5|tmerc 0 27 1 5500000 0|182|816|126
3336|~UTM zone 42S|utm 42 +south|183|530
3337|~Mauritius Grid|lcc -20.1950694444444 57.5218277777778 -20.1950694444444 k_0=1 x_0=1000000 y_0=1000000|184|817
3338|~Alaska Albers|aea 50 -154 55 65 0 0|64|520
3339|~Congo TM zone 12|tmerc 0 12 .9999 500000 10000000|185|802
3340|~Congo TM zone 14|tmerc 0 14 .9999 500000 10000000|185|803
3341|~Congo TM zone 16|tmerc 0 16 .9999 500000 10000000|185|818
3342|~UTM zone 33S|utm 33 +south|185|819
3343|~UTM zone 28N|utm 28|186|820
3344|~UTM zone 29N|utm 29|186|619
3345|~UTM zone 30N|utm 30|186|620
3346|~Lithuania TM|tmerc 0 24 .9998 500000 0|92|426
3347|~Statistics Canada Lambert|lcc 63.390675 -91.8666666666667 49 77 6200000 3000000|64|821
3348|~Statistics Canada Lambert|lcc 63.390675 -91.8666666666667 49 77 6200000 3000000|104|821
3349|~PDC Mercator|merc -150 1 0 0|70|822
3350|~CS63 zone C0|tmerc .1 21.95 1 250000 0|90|823
3351|~CS63 zone C1|tmerc .1 24.95 1 1250000 0|90|824
3352|~CS63 zone C2|tmerc .1 27.95 1 2250000 0|90|825
3353|~UTM zone 32S|utm 32 +south|187|826|19
3354|~UTM zone 32S|utm 32 +south|188|827
3355|~Red Belt|tmerc 30 31 1 615000 810000|189|828
3356|Grand Cayman 1959 / UTM zone 17N|utm 17|190|829
3357|Little Cayman 1961 / UTM zone 17N|utm 17|191|830
3358|~North Carolina|lcc 33.75 -79 36.1666666666667 34.3333333333333 609601.22 0|95|227
3359|~North Carolina (ftUS)|lcc 33.75 -79 36.1666666666667 34.3333333333333 609601.219202438 0 units=ft|95|227
3360|~South Carolina|lcc 31.8333333333333 -81 34.8333333333333 32.5 609600 0|95|236
3361|~South Carolina (ft)|lcc 31.8333333333333 -81 34.8333333333333 32.5 609600 0 units=ft|95|236
3362|~Pennsylvania North|lcc 40.1666666666667 -77.75 41.95 40.8833333333333 600000 0|95|234
3363|~Pennsylvania North (ftUS)|lcc 40.1666666666667 -77.75 41.95 40.8833333333333 600000 0 units=us-ft|95|234
3364|~Pennsylvania South|lcc 39.3333333333333 -77.75 40.9666666666667 39.9333333333333 600000 0|95|235
3365|~Pennsylvania South (ftUS)|lcc 39.3333333333333 -77.75 40.9666666666667 39.9333333333333 600000 0 units=us-ft|95|235
3366|Hong Kong 1963 Grid System|cass 22.3121333333333 114.178555555556 40243.5777560424 19069.9335151258|192|265|207
3367|~UTM zone 28N|utm 28|193|618|247
3368|~UTM zone 29N|utm 29|193|619|274
3369|~UTM zone 30N|utm 30|193|620|264
3370|~UTM zone 59N|utm 59|194|831|281
3371|~UTM zone 60N|utm 60|194|832|271
3372|~UTM zone 59N|utm 59|64|831
3373|~UTM zone 60N|utm 60|64|832
3374|~UTM zone 29N|utm 29|195|833
3375|~Peninsula RSO|omerc 4 102.25 323.025796466667 323.130102361111 .99984 804671 0 +no_uoff|196|834
3376|~East Malaysia BRSO|omerc 4 115 53.31580995 53.1301023611111 .99984 0 0 +no_uoff|196|835
3377|~Johor Grid|cass 2.12167974444444 103.427936236111 -14810.562 8758.32|196|836
3378|~Sembilan and Melaka Grid|cass 2.68234763611111 101.974905041667 3673.785 -4240.573|196|837
3379|~Pahang Grid|cass 3.76938808888889 102.368298983333 -7368.228 6485.858|196|838
3380|~Selangor Grid|cass 3.68464905 101.389107913889 -34836.161 56464.049|196|839
3381|~Terengganu Grid|cass 4.9762852 103.070275625 19594.245 3371.895|196|840
3382|~Pinang Grid|cass 5.42151754166667 100.344376963889 -23.414 62.283|196|841
3383|~Kedah and Perlis Grid|cass 5.96467271388889 100.636371111111 0 0|196|842
3384|~Perak Grid|cass 4.85906302222222 100.815410586111 -1.769 133454.779|196|843
3385|~Kelantan Grid|cass 5.97254365833333 102.295241669444 13227.851 8739.894|196|844
3386|~Finland zone 0|tmerc 0 18 1 500000 0|79|638
3387|~Finland zone 5|tmerc 0 33 1 5500000 0|79|845
3388|~Caspian Sea Mercator|merc 51 lat_ts=42 x_0=0 y_0=0|100|846|5
3389|~3-degree Gauss-Kruger zone 60|tmerc 0 180 1 60500000 0|90|421
3390|~3-degree Gauss-Kruger zone 60|tmerc 0 180 1 60500000 0|88|421
3391|~UTM zone 37N|utm 37|197|847
3392|~UTM zone 38N|utm 38|197|848
3393|~UTM zone 39N|utm 39|197|849
3394|~Iraq zone|lcc 32.5 45 32.5 k_0=.9987864078 x_0=1500000 y_0=1166200|198|850|177
3395|~World Mercator|merc 0 1 0 0|70|851
3396|~3-degree Gauss-Kruger zone 3|tmerc 0 9 1 3500000 0|199|143|227
3397|~3-degree Gauss-Kruger zone 4|tmerc 0 12 1 4500000 0|199|852|235
3398|~3-degree Gauss-Kruger zone 4|tmerc 0 12 1 4500000 0|200|853|239
3399|~3-degree Gauss-Kruger zone 5|tmerc 0 15 1 5500000 0|200|854|246
3400|~Alberta 10-TM (Forest)|tmerc 0 -115 .9992 500000 0|64|855
3401|~Alberta 10-TM (Resource)|tmerc 0 -115 .9992 0 0|64|855
3402|~Alberta 10-TM (Forest)|tmerc 0 -115 .9992 500000 0|104|855
3403|~Alberta 10-TM (Resource)|tmerc 0 -115 .9992 0 0|104|855
3404|~North Carolina (ftUS)|lcc 33.75 -79 36.1666666666667 34.3333333333333 609601.219202438 0 units=us-ft|95|227
3405|~UTM zone 48N|utm 48|201|40
3406|~UTM zone 49N|utm 49|201|41
3407|Hong Kong 1963 Grid System|cass 22.3121333333333 114.178555555556 40243.5777560424 19069.9335151258 to_meter=.3047972654|192|265|207
3408|NSIDC EASE-Grid North|laea 90 0 0 0|202|856|21406
3409|NSIDC EASE-Grid South|laea -90 0 0 0|202|857|21406
3410|NSIDC EASE-Grid Global|cea 30 0 0 0|202|858|21363
3411|NSIDC Sea Ice Polar Stereographic North|stere 90 -45 0 0 lat_ts=70|203|859
3412|NSIDC Sea Ice Polar Stereographic South|stere -90 0 0 0 lat_ts=-70|203|569
3413|~NSIDC Sea Ice Polar Stereographic North|stere 90 -45 0 0 lat_ts=70|70|859
3414|~Singapore TM|tmerc 1.36666666666667 103.833333333333 1 28001.642 38744.572|204|860
3415|~South China Sea Lambert|lcc 21 114 18 24 500000 500000|32|861
3416|~Austria Lambert|lcc 47.5 13.3333333333333 49 46 400000 400000|59|862
3417|~Iowa North (ftUS)|lcc 41.5 -93.5 43.2666666666667 42.0666666666667 1500000 999999.99998984 units=us-ft|64|463
3418|~Iowa South (ftUS)|lcc 40 -93.5 41.7833333333333 40.6166666666667 500000.00001016 0 units=us-ft|64|464
3419|~Kansas North (ftUS)|lcc 38.3333333333333 -98 39.7833333333333 38.7166666666667 399999.99998984 0 units=us-ft|64|465
3420|~Kansas South (ftUS)|lcc 36.6666666666667 -98.5 38.5666666666667 37.2666666666667 399999.99998984 399999.99998984 units=us-ft|64|466
3421|~Nevada East (ftUS)|tmerc 34.75 -115.583333333333 .9999 200000.00001016 8000000.00001016 units=us-ft|64|478
3422|~Nevada Central (ftUS)|tmerc 34.75 -116.666666666667 .9999 500000.00001016 6000000 units=us-ft|64|479
3423|~Nevada West (ftUS)|tmerc 34.75 -118.583333333333 .9999 800000.00001016 3999999.99998984 units=us-ft|64|480
3424|~New Jersey (ftUS)|tmerc 38.8333333333333 -74.5 .9999 150000 0 units=us-ft|64|482
3425|~Iowa North (ftUS)|lcc 41.5 -93.5 43.2666666666667 42.0666666666667 1500000 999999.99998984 units=us-ft|95|463
3426|~Iowa South (ftUS)|lcc 40 -93.5 41.7833333333333 40.6166666666667 500000.00001016 0 units=us-ft|95|464
3427|~Kansas North (ftUS)|lcc 38.3333333333333 -98 39.7833333333333 38.7166666666667 399999.99998984 0 units=us-ft|95|465
3428|~Kansas South (ftUS)|lcc 36.6666666666667 -98.5 38.5666666666667 37.2666666666667 399999.99998984 399999.99998984 units=us-ft|95|466
3429|~Nevada East (ftUS)|tmerc 34.75 -115.583333333333 .9999 200000.00001016 8000000.00001016 units=us-ft|95|478
3430|~Nevada Central (ftUS)|tmerc 34.75 -116.666666666667 .9999 500000.00001016 6000000 units=us-ft|95|479
3431|~Nevada West (ftUS)|tmerc 34.75 -118.583333333333 .9999 800000.00001016 3999999.99998984 units=us-ft|95|480
3432|~New Jersey (ftUS)|tmerc 38.8333333333333 -74.5 .9999 150000 0 units=us-ft|95|482
3433|~Arkansas North (ftUS)|lcc 34.3333333333333 -92 36.2333333333333 34.9333333333333 399999.99998984 0 units=us-ft|64|454
3434|~Arkansas South (ftUS)|lcc 32.6666666666667 -92 34.7666666666667 33.3 399999.99998984 399999.99998984 units=us-ft|64|455
3435|~Illinois East (ftUS)|tmerc 36.6666666666667 -88.3333333333333 .999975 300000 0 units=us-ft|64|461
3436|~Illinois West (ftUS)|tmerc 36.6666666666667 -90.1666666666667 .999941177 699999.99998984 0 units=us-ft|64|462
3437|~New Hampshire (ftUS)|tmerc 42.5 -71.6666666666667 .999966667 300000 0 units=us-ft|64|481
3438|~Rhode Island (ftUS)|tmerc 41.0833333333333 -71.5 .99999375 99999.99998984 0 units=us-ft|64|485
3439|~UTM zone 39N|utm 39|205|863
3440|~UTM zone 40N|utm 40|205|864
3441|~Arkansas North (ftUS)|lcc 34.3333333333333 -92 36.2333333333333 34.9333333333333 399999.99998984 0 units=us-ft|95|454
3442|~Arkansas South (ftUS)|lcc 32.6666666666667 -92 34.7666666666667 33.3 399999.99998984 399999.99998984 units=us-ft|95|455
3443|~Illinois East (ftUS)|tmerc 36.6666666666667 -88.3333333333333 .999975 300000 0 units=us-ft|95|461
3444|~Illinois West (ftUS)|tmerc 36.6666666666667 -90.1666666666667 .999941177 699999.99998984 0 units=us-ft|95|462
3445|~New Hampshire (ftUS)|tmerc 42.5 -71.6666666666667 .999966667 300000 0 units=us-ft|95|481
3446|~Rhode Island (ftUS)|tmerc 41.0833333333333 -71.5 .99999375 99999.99998984 0 units=us-ft|95|485
3447|~Belgian Lambert 2005|lcc 50.797815 4.35921583333333 49.8333333333333 51.1666666666667 150328 166262|59|865
3448|~Jamaica Metric Grid|lcc 18 -77 18 k_0=1 x_0=750000 y_0=650000|206|866
3449|~UTM zone 17N|utm 17|206|867
3450|~UTM zone 18N|utm 18|206|868
3451|~Louisiana North (ftUS)|lcc 30.5 -92.5 32.6666666666667 31.1666666666667 999999.99998984 0 units=us-ft|64|467
3452|~Louisiana South (ftUS)|lcc 28.5 -91.3333333333333 30.7 29.3 999999.99998984 0 units=us-ft|64|468
3453|~Louisiana Offshore (ftUS)|lcc 25.5 -91.3333333333333 27.8333333333333 26.1666666666667 999999.99998984 0 units=us-ft|64|869
3454|~South Dakota North (ftUS)|lcc 42.3333333333333 -100.333333333333 44.4 42.8333333333333 600000 0 units=us-ft|64|486
3455|~South Dakota South (ftUS)|lcc 42.3333333333333 -100.333333333333 44.4 42.8333333333333 600000 0 units=us-ft|64|487
3456|~Louisiana North (ftUS)|lcc 30.5 -92.5 32.6666666666667 31.1666666666667 999999.99998984 0 units=us-ft|95|467
3457|~Louisiana South (ftUS)|lcc 28.5 -91.3333333333333 30.7 29.3 999999.99998984 0 units=us-ft|95|468
3458|~South Dakota North (ftUS)|lcc 43.8333333333333 -100 45.6833333333333 44.4166666666667 600000 0 units=us-ft|95|486
3459|~South Dakota South (ftUS)|lcc 42.3333333333333 -100.333333333333 44.4 42.8333333333333 600000 0 units=us-ft|95|487
3460|~Fiji Map Grid|tmerc -17 178.75 .99985 2000000 4000000|160|655
3461|~UTM zone 28N|utm 28|207|59
3462|~UTM zone 29N|utm 29|207|60
3463|~Maine CS2000 Central|tmerc 43.5 -69.125 .99998 500000 0|64|601
3464|~Maine CS2000 Central|tmerc 43.5 -69.125 .99998 500000 0|95|601
3465|~Alabama East|tmerc 30.5 -85.8333333333333 .99996 200000 0|208|452
3466|~Alabama West|tmerc 30 -87.5 .999933333 600000 0|208|453
3467|~Alaska Albers|aea 50 -154 55 65 0 0|208|520
3468|~Alaska zone 1|omerc 57 -133.666666666667 323.130102361111 323.130102361111 .9999 5000000 -5000000 +no_uoff|208|870
3469|~Alaska zone 2|tmerc 54 -142 .9999 500000 0|208|871
3470|~Alaska zone 3|tmerc 54 -146 .9999 500000 0|208|872
3471|~Alaska zone 4|tmerc 54 -150 .9999 500000 0|208|873
3472|~Alaska zone 5|tmerc 54 -154 .9999 500000 0|208|874
3473|~Alaska zone 6|tmerc 54 -158 .9999 500000 0|208|875
3474|~Alaska zone 7|tmerc 54 -162 .9999 500000 0|208|876
3475|~Alaska zone 8|tmerc 54 -166 .9999 500000 0|208|877
3476|~Alaska zone 9|tmerc 54 -170 .9999 500000 0|208|878
3477|~Alaska zone 10|lcc 51 -176 53.8333333333333 51.8333333333333 1000000 0|208|879
3478|~Arizona Central|tmerc 31 -111.916666666667 .9999 213360 0|208|187
3479|~Arizona Central (ft)|tmerc 31 -111.916666666667 .9999 213360 0 units=ft|208|187
3480|~Arizona East|tmerc 31 -110.166666666667 .9999 213360 0|208|186
3481|~Arizona East (ft)|tmerc 31 -110.166666666667 .9999 213360 0 units=ft|208|186
3482|~Arizona West|tmerc 31 -113.75 .999933333 213360 0|208|188
3483|~Arizona West (ft)|tmerc 31 -113.75 .999933333 213360 0 units=ft|208|188
3484|~Arkansas North|lcc 34.3333333333333 -92 36.2333333333333 34.9333333333333 400000 0|208|454
3485|~Arkansas North (ftUS)|lcc 34.3333333333333 -92 36.2333333333333 34.9333333333333 399999.99998984 0 units=us-ft|208|454
3486|~Arkansas South|lcc 32.6666666666667 -92 34.7666666666667 33.3 400000 400000|208|455
3487|~Arkansas South (ftUS)|lcc 32.6666666666667 -92 34.7666666666667 33.3 399999.99998984 399999.99998984 units=us-ft|208|455
3488|~California Albers|aea 0 -120 34 40.5 0 -4000000|208|796
3489|~California zone 1|lcc 39.3333333333333 -122 41.6666666666667 40 2000000 500000|208|189
3490|~California zone 1 (ftUS)|lcc 39.3333333333333 -122 41.6666666666667 40 2000000.0001016 500000.0001016 units=us-ft|208|189
3491|~California zone 2|lcc 37.6666666666667 -122 39.8333333333333 38.3333333333333 2000000 500000|208|190
3492|~California zone 2 (ftUS)|lcc 37.6666666666667 -122 39.8333333333333 38.3333333333333 2000000.0001016 500000.0001016 units=us-ft|208|190
3493|~California zone 3|lcc 36.5 -120.5 38.4333333333333 37.0666666666667 2000000 500000|208|191
3494|~California zone 3 (ftUS)|lcc 36.5 -120.5 38.4333333333333 37.0666666666667 2000000.0001016 500000.0001016 units=us-ft|208|191
3495|~California zone 4|lcc 35.3333333333333 -119 37.25 36 2000000 500000|208|192
3496|~California zone 4 (ftUS)|lcc 35.3333333333333 -119 37.25 36 2000000.0001016 500000.0001016 units=us-ft|208|192
3497|~California zone 5|lcc 33.5 -118 35.4666666666667 34.0333333333333 2000000 500000|208|193
3498|~California zone 5 (ftUS)|lcc 33.5 -118 35.4666666666667 34.0333333333333 2000000.0001016 500000.0001016 units=us-ft|208|193
3499|~California zone 6|lcc 32.1666666666667 -116.25 33.8833333333333 32.7833333333333 2000000 500000|208|194
3500|~California zone 6 (ftUS)|lcc 32.1666666666667 -116.25 33.8833333333333 32.7833333333333 2000000.0001016 500000.0001016 units=us-ft|208|194
3501|~Colorado Central|lcc 37.8333333333333 -105.5 39.75 38.45 914401.8289 304800.6096|208|196
3502|~Colorado Central (ftUS)|lcc 37.8333333333333 -105.5 39.75 38.45 914401.828803658 304800.609601219 units=us-ft|208|196
3503|~Colorado North|lcc 39.3333333333333 -105.5 40.7833333333333 39.7166666666667 914401.8289 304800.6096|208|195
3504|~Colorado North (ftUS)|lcc 39.3333333333333 -105.5 40.7833333333333 39.7166666666667 914401.828803658 304800.609601219 units=us-ft|208|195
3505|~Colorado South|lcc 36.6666666666667 -105.5 38.4333333333333 37.2333333333333 914401.8289 304800.6096|208|197
3506|~Colorado South (ftUS)|lcc 36.6666666666667 -105.5 38.4333333333333 37.2333333333333 914401.828803658 304800.609601219 units=us-ft|208|197
3507|~Connecticut|lcc 40.8333333333333 -72.75 41.8666666666667 41.2 304800.6096 152400.3048|208|198
3508|~Connecticut (ftUS)|lcc 40.8333333333333 -72.75 41.8666666666667 41.2 304800.609601219 152400.30480061 units=us-ft|208|198
3509|~Delaware|tmerc 38 -75.4166666666667 .999995 200000 0|208|199
3510|~Delaware (ftUS)|tmerc 38 -75.4166666666667 .999995 200000.0001016 0 units=us-ft|208|199
3511|~Florida East|tmerc 24.3333333333333 -81 .999941177 200000 0|208|200
3512|~Florida East (ftUS)|tmerc 24.3333333333333 -81 .999941177 200000.0001016 0 units=us-ft|208|200
3513|~Florida GDL Albers|aea 24 -84 24 31.5 400000 0|208|605
3514|~Florida North|lcc 29 -84.5 30.75 29.5833333333333 600000 0|208|202
3515|~Florida North (ftUS)|lcc 29 -84.5 30.75 29.5833333333333 600000 0 units=us-ft|208|202
3516|~Florida West|tmerc 24.3333333333333 -82 .999941177 200000 0|208|201
3517|~Florida West (ftUS)|tmerc 24.3333333333333 -82 .999941177 200000.0001016 0 units=us-ft|208|201
3518|~Georgia East|tmerc 30 -82.1666666666667 .9999 200000 0|208|203
3519|~Georgia East (ftUS)|tmerc 30 -82.1666666666667 .9999 200000.0001016 0 units=us-ft|208|203
3520|~Georgia West|tmerc 30 -84.1666666666667 .9999 700000 0|208|204
3521|~Georgia West (ftUS)|tmerc 30 -84.1666666666667 .9999 699999.9998984 0 units=us-ft|208|204
3522|~Idaho Central|tmerc 41.6666666666667 -114 .999947368 500000 0|208|206
3523|~Idaho Central (ftUS)|tmerc 41.6666666666667 -114 .999947368 500000.0001016 0 units=us-ft|208|206
3524|~Idaho East|tmerc 41.6666666666667 -112.166666666667 .999947368 200000 0|208|205
3525|~Idaho East (ftUS)|tmerc 41.6666666666667 -112.166666666667 .999947368 200000.0001016 0 units=us-ft|208|205
3526|~Idaho West|tmerc 41.6666666666667 -115.75 .999933333 800000 0|208|207
3527|~Idaho West (ftUS)|tmerc 41.6666666666667 -115.75 .999933333 800000.0001016 0 units=us-ft|208|207
3528|~Illinois East|tmerc 36.6666666666667 -88.3333333333333 .999975 300000 0|208|461
3529|~Illinois East (ftUS)|tmerc 36.6666666666667 -88.3333333333333 .999975 300000 0 units=us-ft|208|461
3530|~Illinois West|tmerc 36.6666666666667 -90.1666666666667 .999941177 700000 0|208|462
3531|~Illinois West (ftUS)|tmerc 36.6666666666667 -90.1666666666667 .999941177 699999.99998984 0 units=us-ft|208|462
3532|~Indiana East|tmerc 37.5 -85.6666666666667 .999966667 100000 250000|208|208
3533|~Indiana East (ftUS)|tmerc 37.5 -85.6666666666667 .999966667 99999.9998983998 249999.9998984 units=us-ft|208|208
3534|~Indiana West|tmerc 37.5 -87.0833333333333 .999966667 900000 250000|208|209
3535|~Indiana West (ftUS)|tmerc 37.5 -87.0833333333333 .999966667 900000 249999.9998984 units=us-ft|208|209
3536|~Iowa North|lcc 41.5 -93.5 43.2666666666667 42.0666666666667 1500000 1000000|208|463
3537|~Iowa North (ftUS)|lcc 41.5 -93.5 43.2666666666667 42.0666666666667 1500000 999999.99998984 units=us-ft|208|463
3538|~Iowa South|lcc 40 -93.5 41.7833333333333 40.6166666666667 500000 0|208|464
3539|~Iowa South (ftUS)|lcc 40 -93.5 41.7833333333333 40.6166666666667 500000.00001016 0 units=us-ft|208|464
3540|~Kansas North|lcc 38.3333333333333 -98 39.7833333333333 38.7166666666667 400000 0|208|465
3541|~Kansas North (ftUS)|lcc 38.3333333333333 -98 39.7833333333333 38.7166666666667 399999.99998984 0 units=us-ft|208|465
3542|~Kansas South|lcc 36.6666666666667 -98.5 38.5666666666667 37.2666666666667 400000 400000|208|466
3543|~Kansas South (ftUS)|lcc 36.6666666666667 -98.5 38.5666666666667 37.2666666666667 399999.99998984 399999.99998984 units=us-ft|208|466
3544|~Kentucky North|lcc 37.5 -84.25 37.9666666666667 38.9666666666667 500000 0|208|172
3545|~Kentucky North (ftUS)|lcc 37.5 -84.25 37.9666666666667 38.9666666666667 500000.0001016 0 units=us-ft|208|172
3546|~Kentucky Single Zone|lcc 36.3333333333333 -85.75 37.0833333333333 38.6666666666667 1500000 1000000|208|606
3547|~Kentucky Single Zone (ftUS)|lcc 36.3333333333333 -85.75 37.0833333333333 38.6666666666667 1500000 999999.9998984 units=us-ft|208|606
3548|~Kentucky South|lcc 36.3333333333333 -85.75 37.9333333333333 36.7333333333333 500000 500000|208|210
3549|~Kentucky South (ftUS)|lcc 36.3333333333333 -85.75 37.9333333333333 36.7333333333333 500000.0001016 500000.0001016 units=us-ft|208|210
3550|~Louisiana North|lcc 30.5 -92.5 32.6666666666667 31.1666666666667 1000000 0|208|467
3551|~Louisiana North (ftUS)|lcc 30.5 -92.5 32.6666666666667 31.1666666666667 999999.99998984 0 units=us-ft|208|467
3552|~Louisiana South|lcc 28.5 -91.3333333333333 30.7 29.3 1000000 0|208|468
3553|~Louisiana South (ftUS)|lcc 28.5 -91.3333333333333 30.7 29.3 999999.99998984 0 units=us-ft|208|468
3554|~Maine CS2000 Central|tmerc 43.5 -69.125 .99998 500000 0|208|601
3555|~Maine CS2000 East|tmerc 43.8333333333333 -67.875 .99998 700000 0|208|600
3556|~Maine CS2000 West|tmerc 42.8333333333333 -70.375 .99998 300000 0|208|602
3557|~Maine East|tmerc 43.6666666666667 -68.5 .9999 300000 0|208|469
3558|~Maine West|tmerc 42.8333333333333 -70.1666666666667 .999966667 900000 0|208|470
3559|~Maryland|lcc 37.6666666666667 -77 39.45 38.3 400000 0|208|211
3560|~Utah North (ftUS)|lcc 40.3333333333333 -111.5 41.7833333333333 40.7166666666667 500000.00001016 999999.99998984 units=us-ft|64|242
3561|~Hawaii zone 1|tmerc 18.8333333333333 -155.5 .999966667 152400.30480061 0 units=us-ft|209|456
3562|~Hawaii zone 2|tmerc 20.3333333333333 -156.666666666667 .999966667 152400.30480061 0 units=us-ft|209|457
3563|~Hawaii zone 3|tmerc 21.1666666666667 -158 .99999 152400.30480061 0 units=us-ft|210|458
3564|~Hawaii zone 4|tmerc 21.8333333333333 -159.5 .99999 152400.30480061 0 units=us-ft|211|459
3565|~Hawaii zone 5|tmerc 21.6666666666667 -160.166666666667 1 152400.30480061 0 units=us-ft|209|460
3566|~Utah Central (ftUS)|lcc 38.3333333333333 -111.5 40.65 39.0166666666667 500000.00001016 2000000.00001016 units=us-ft|64|243
3567|~Utah South (ftUS)|lcc 36.6666666666667 -111.5 38.35 37.2166666666667 500000.00001016 3000000 units=us-ft|64|244
3568|~Utah North (ftUS)|lcc 40.3333333333333 -111.5 41.7833333333333 40.7166666666667 500000.00001016 999999.99998984 units=us-ft|95|242
3569|~Utah Central (ftUS)|lcc 38.3333333333333 -111.5 40.65 39.0166666666667 500000.00001016 2000000.00001016 units=us-ft|95|243
3570|~Utah South (ftUS)|lcc 36.6666666666667 -111.5 38.35 37.2166666666667 500000.00001016 3000000 units=us-ft|95|244
3571|~North Pole LAEA Bering Sea|laea 90 180 0 0|70|880
3572|~North Pole LAEA Alaska|laea 90 -150 0 0|70|880
3573|~North Pole LAEA Canada|laea 90 -100 0 0|70|880
3574|~North Pole LAEA Atlantic|laea 90 -40 0 0|70|880
3575|~North Pole LAEA Europe|laea 90 10 0 0|70|880
3576|~North Pole LAEA Russia|laea 90 90 0 0|70|880
3577|~Australian Albers|aea 0 132 -18 -36 0 0|153|626
3578|~Yukon Albers|aea 59 -132.5 61.6666666666667 68 500000 500000|64|881
3579|~Yukon Albers|aea 59 -132.5 61.6666666666667 68 500000 500000|104|881
3580|~NWT Lambert|lcc 0 -112 62 70 0 0|64|882
3581|~NWT Lambert|lcc 0 -112 62 70 0 0|104|882
3582|~Maryland (ftUS)|lcc 37.6666666666667 -77 39.45 38.3 399999.9998984 0 units=us-ft|208|211
3583|~Massachusetts Island|lcc 41 -70.5 41.4833333333333 41.2833333333333 500000 0|208|213
3584|~Massachusetts Island (ftUS)|lcc 41 -70.5 41.4833333333333 41.2833333333333 500000.0001016 0 units=us-ft|208|213
3585|~Massachusetts Mainland|lcc 41 -71.5 42.6833333333333 41.7166666666667 200000 750000|208|212
3586|~Massachusetts Mainland (ftUS)|lcc 41 -71.5 42.6833333333333 41.7166666666667 200000.0001016 750000 units=us-ft|208|212
3587|~Michigan Central|lcc 43.3166666666667 -84.3666666666667 45.7 44.1833333333333 6000000 0|208|215
3588|~Michigan Central (ft)|lcc 43.3166666666667 -84.3666666666667 45.7 44.1833333333333 5999999.999976 0 units=ft|208|215
3589|~Michigan North|lcc 44.7833333333333 -87 47.0833333333333 45.4833333333333 8000000 0|208|214
3590|~Michigan North (ft)|lcc 44.7833333333333 -87 47.0833333333333 45.4833333333333 7999999.999968 0 units=ft|208|214
3591|~Michigan Oblique Mercator|omerc 45.3091666666667 -86 337.25556 337.25556 .9996 2546731.496 -4354009.816 +no_uoff|208|603
3592|~Michigan South|lcc 41.5 -84.3666666666667 43.6666666666667 42.1 4000000 0|208|216
3593|~Michigan South (ft)|lcc 41.5 -84.3666666666667 43.6666666666667 42.1 3999999.999984 0 units=ft|208|216
3594|~Minnesota Central|lcc 45 -94.25 47.05 45.6166666666667 800000 100000|208|472
3595|~Minnesota North|lcc 46.5 -93.1 48.6333333333333 47.0333333333333 800000 100000|208|471
3596|~Minnesota South|lcc 43 -94 45.2166666666667 43.7833333333333 800000 100000|208|473
3597|~Mississippi East|tmerc 29.5 -88.8333333333333 .99995 300000 0|208|217
3598|~Mississippi East (ftUS)|tmerc 29.5 -88.8333333333333 .99995 300000 0 units=us-ft|208|217
3599|~Mississippi West|tmerc 29.5 -90.3333333333333 .99995 700000 0|208|218
3600|~Mississippi West (ftUS)|tmerc 29.5 -90.3333333333333 .99995 699999.9998984 0 units=us-ft|208|218
3601|~Missouri Central|tmerc 35.8333333333333 -92.5 .999933333 500000 0|208|475
3602|~Missouri East|tmerc 35.8333333333333 -90.5 .999933333 250000 0|208|474
3603|~Missouri West|tmerc 36.1666666666667 -94.5 .999941177 850000 0|208|476
3604|~Montana|lcc 44.25 -109.5 49 45 600000 0|208|219
3605|~Montana (ft)|lcc 44.25 -109.5 49 45 599999.9999976 0 units=ft|208|219
3606|~Nebraska|lcc 39.8333333333333 -100 43 40 500000 0|208|477
3607|~Nevada Central|tmerc 34.75 -116.666666666667 .9999 500000 6000000|208|479
3608|~Nevada Central (ftUS)|tmerc 34.75 -116.666666666667 .9999 500000.00001016 6000000 units=us-ft|208|479
3609|~Nevada East|tmerc 34.75 -115.583333333333 .9999 200000 8000000|208|478
3610|~Nevada East (ftUS)|tmerc 34.75 -115.583333333333 .9999 200000.00001016 8000000.00001016 units=us-ft|208|478
3611|~Nevada West|tmerc 34.75 -118.583333333333 .9999 800000 4000000|208|480
3612|~Nevada West (ftUS)|tmerc 34.75 -118.583333333333 .9999 800000.00001016 3999999.99998984 units=us-ft|208|480
3613|~New Hampshire|tmerc 42.5 -71.6666666666667 .999966667 300000 0|208|481
3614|~New Hampshire (ftUS)|tmerc 42.5 -71.6666666666667 .999966667 300000 0 units=us-ft|208|481
3615|~New Jersey|tmerc 38.8333333333333 -74.5 .9999 150000 0|208|482
3616|~New Jersey (ftUS)|tmerc 38.8333333333333 -74.5 .9999 150000 0 units=us-ft|208|482
3617|~New Mexico Central|tmerc 31 -106.25 .9999 500000 0|208|221
3618|~New Mexico Central (ftUS)|tmerc 31 -106.25 .9999 500000.0001016 0 units=us-ft|208|221
3619|~New Mexico East|tmerc 31 -104.333333333333 .999909091 165000 0|208|220
3620|~New Mexico East (ftUS)|tmerc 31 -104.333333333333 .999909091 165000 0 units=us-ft|208|220
3621|~New Mexico West|tmerc 31 -107.833333333333 .999916667 830000 0|208|222
3622|~New Mexico West (ftUS)|tmerc 31 -107.833333333333 .999916667 830000.0001016 0 units=us-ft|208|222
3623|~New York Central|tmerc 40 -76.5833333333333 .9999375 250000 0|208|224
3624|~New York Central (ftUS)|tmerc 40 -76.5833333333333 .9999375 249999.9998984 0 units=us-ft|208|224
3625|~New York East|tmerc 38.8333333333333 -74.5 .9999 150000 0|208|223
3626|~New York East (ftUS)|tmerc 38.8333333333333 -74.5 .9999 150000 0 units=us-ft|208|223
3627|~New York Long Island|lcc 40.1666666666667 -74 41.0333333333333 40.6666666666667 300000 0|208|226
3628|~New York Long Island (ftUS)|lcc 40.1666666666667 -74 41.0333333333333 40.6666666666667 300000 0 units=us-ft|208|226
3629|~New York West|tmerc 40 -78.5833333333333 .9999375 350000 0|208|225
3630|~New York West (ftUS)|tmerc 40 -78.5833333333333 .9999375 350000.0001016 0 units=us-ft|208|225
3631|~North Carolina|lcc 33.75 -79 36.1666666666667 34.3333333333333 609601.22 0|208|227
3632|~North Carolina (ftUS)|lcc 33.75 -79 36.1666666666667 34.3333333333333 609601.219202438 0 units=us-ft|208|227
3633|~North Dakota North|lcc 47 -100.5 48.7333333333333 47.4333333333333 600000 0|208|228
3634|~North Dakota North (ft)|lcc 47 -100.5 48.7333333333333 47.4333333333333 599999.9999976 0 units=ft|208|228
3635|~North Dakota South|lcc 45.6666666666667 -100.5 47.4833333333333 46.1833333333333 600000 0|208|229
3636|~North Dakota South (ft)|lcc 45.6666666666667 -100.5 47.4833333333333 46.1833333333333 599999.9999976 0 units=ft|208|229
3637|~Ohio North|lcc 39.6666666666667 -82.5 41.7 40.4333333333333 600000 0|208|483
3638|~Ohio South|lcc 38 -82.5 40.0333333333333 38.7333333333333 600000 0|208|484
3639|~Oklahoma North|lcc 35 -98 36.7666666666667 35.5666666666667 600000 0|208|230
3640|~Oklahoma North (ftUS)|lcc 35 -98 36.7666666666667 35.5666666666667 600000 0 units=us-ft|208|230
3641|~Oklahoma South|lcc 33.3333333333333 -98 35.2333333333333 33.9333333333333 600000 0|208|231
3642|~Oklahoma South (ftUS)|lcc 33.3333333333333 -98 35.2333333333333 33.9333333333333 600000 0 units=us-ft|208|231
3643|~Oregon LCC (m)|lcc 41.75 -120.5 43 45.5 400000 0|208|540
3644|~Oregon GIC Lambert (ft)|lcc 41.75 -120.5 43 45.5 399999.9999984 0 units=ft|208|540
3645|~Oregon North|lcc 43.6666666666667 -120.5 46 44.3333333333333 2500000 0|208|232
3646|~Oregon North (ft)|lcc 43.6666666666667 -120.5 46 44.3333333333333 2500000.0001424 0 units=ft|208|232
3647|~Oregon South|lcc 41.6666666666667 -120.5 44 42.3333333333333 1500000 0|208|233
3648|~Oregon South (ft)|lcc 41.6666666666667 -120.5 44 42.3333333333333 1500000.0001464 0 units=ft|208|233
3649|~Pennsylvania North|lcc 40.1666666666667 -77.75 41.95 40.8833333333333 600000 0|208|234
3650|~Pennsylvania North (ftUS)|lcc 40.1666666666667 -77.75 41.95 40.8833333333333 600000 0 units=us-ft|208|234
3651|~Pennsylvania South|lcc 39.3333333333333 -77.75 40.9666666666667 39.9333333333333 600000 0|208|235
3652|~Pennsylvania South (ftUS)|lcc 39.3333333333333 -77.75 40.9666666666667 39.9333333333333 600000 0 units=us-ft|208|235
3653|~Rhode Island|tmerc 41.0833333333333 -71.5 .99999375 100000 0|208|485
3654|~Rhode Island (ftUS)|tmerc 41.0833333333333 -71.5 .99999375 99999.99998984 0 units=us-ft|208|485
3655|~South Carolina|lcc 31.8333333333333 -81 34.8333333333333 32.5 609600 0|208|236
3656|~South Carolina (ft)|lcc 31.8333333333333 -81 34.8333333333333 32.5 609600 0 units=ft|208|236
3657|~South Dakota North|lcc 43.8333333333333 -100 45.6833333333333 44.4166666666667 600000 0|208|486
3658|~South Dakota North (ftUS)|lcc 43.8333333333333 -100 45.6833333333333 44.4166666666667 600000 0 units=us-ft|208|486
3659|~South Dakota South|lcc 42.3333333333333 -100.333333333333 44.4 42.8333333333333 600000 0|208|487
3660|~South Dakota South (ftUS)|lcc 42.3333333333333 -100.333333333333 44.4 42.8333333333333 600000 0 units=us-ft|208|487
3661|~Tennessee|lcc 34.3333333333333 -86 36.4166666666667 35.25 600000 0|208|171
3662|~Tennessee (ftUS)|lcc 34.3333333333333 -86 36.4166666666667 35.25 600000 0 units=us-ft|208|171
3663|~Texas Central|lcc 29.6666666666667 -100.333333333333 31.8833333333333 30.1166666666667 700000 3000000|208|239
3664|~Texas Central (ftUS)|lcc 29.6666666666667 -100.333333333333 31.8833333333333 30.1166666666667 699999.9998984 3000000 units=us-ft|208|239
3665|~Texas Centric Albers Equal Area|aea 18 -100 27.5 35 1500000 6000000|208|604
3666|~Texas Centric Lambert Conformal|lcc 18 -100 27.5 35 1500000 5000000|208|604
3667|~Texas North|lcc 34 -101.5 36.1833333333333 34.65 200000 1000000|208|237
3668|~Texas North (ftUS)|lcc 34 -101.5 36.1833333333333 34.65 200000.0001016 999999.9998984 units=us-ft|208|237
3669|~Texas North Central|lcc 31.6666666666667 -98.5 33.9666666666667 32.1333333333333 600000 2000000|208|238
3670|~Texas North Central (ftUS)|lcc 31.6666666666667 -98.5 33.9666666666667 32.1333333333333 600000 2000000.0001016 units=us-ft|208|238
3671|~Texas South|lcc 25.6666666666667 -98.5 27.8333333333333 26.1666666666667 300000 5000000|208|241
3672|~Texas South (ftUS)|lcc 25.6666666666667 -98.5 27.8333333333333 26.1666666666667 300000 5000000.0001016 units=us-ft|208|241
3673|~Texas South Central|lcc 27.8333333333333 -99 30.2833333333333 28.3833333333333 600000 4000000|208|240
3674|~Texas South Central (ftUS)|lcc 27.8333333333333 -99 30.2833333333333 28.3833333333333 600000 3999999.9998984 units=us-ft|208|240
3675|~Utah Central|lcc 38.3333333333333 -111.5 40.65 39.0166666666667 500000 2000000|208|243
3676|~Utah Central (ft)|lcc 38.3333333333333 -111.5 40.65 39.0166666666667 500000.0001504 1999999.999992 units=ft|208|243
3677|~Utah Central (ftUS)|lcc 38.3333333333333 -111.5 40.65 39.0166666666667 500000.00001016 2000000.00001016 units=us-ft|208|243
3678|~Utah North|lcc 40.3333333333333 -111.5 41.7833333333333 40.7166666666667 500000 1000000|208|242
3679|~Utah North (ft)|lcc 40.3333333333333 -111.5 41.7833333333333 40.7166666666667 500000.0001504 999999.999996 units=ft|208|242
3680|~Utah North (ftUS)|lcc 40.3333333333333 -111.5 41.7833333333333 40.7166666666667 500000.00001016 999999.99998984 units=us-ft|208|242
3681|~Utah South|lcc 36.6666666666667 -111.5 38.35 37.2166666666667 500000 3000000|208|244
3682|~Utah South (ft)|lcc 36.6666666666667 -111.5 38.35 37.2166666666667 500000.0001504 2999999.999988 units=ft|208|244
3683|~Utah South (ftUS)|lcc 36.6666666666667 -111.5 38.35 37.2166666666667 500000.00001016 3000000 units=us-ft|208|244
3684|~Vermont|tmerc 42.5 -72.5 .999964286 500000 0|208|488
3685|~Virginia North|lcc 37.6666666666667 -78.5 39.2 38.0333333333333 3500000 2000000|208|245
3686|~Virginia North (ftUS)|lcc 37.6666666666667 -78.5 39.2 38.0333333333333 3500000.0001016 2000000.0001016 units=us-ft|208|245
3687|~Virginia South|lcc 36.3333333333333 -78.5 37.9666666666667 36.7666666666667 3500000 1000000|208|246
3688|~Virginia South (ftUS)|lcc 36.3333333333333 -78.5 37.9666666666667 36.7666666666667 3500000.0001016 999999.9998984 units=us-ft|208|246
3689|~Washington North|lcc 47 -120.833333333333 48.7333333333333 47.5 500000 0|208|247
3690|~Washington North (ftUS)|lcc 47 -120.833333333333 48.7333333333333 47.5 500000.0001016 0 units=us-ft|208|247
3691|~Washington South|lcc 45.3333333333333 -120.5 47.3333333333333 45.8333333333333 500000 0|208|248
3692|~Washington South (ftUS)|lcc 45.3333333333333 -120.5 47.3333333333333 45.8333333333333 500000.0001016 0 units=us-ft|208|248
3693|~West Virginia North|lcc 38.5 -79.5 40.25 39 600000 0|208|489
3694|~West Virginia South|lcc 37 -81 38.8833333333333 37.4833333333333 600000 0|208|490
3695|~Wisconsin Central|lcc 43.8333333333333 -90 45.5 44.25 600000 0|208|250
3696|~Wisconsin Central (ftUS)|lcc 43.8333333333333 -90 45.5 44.25 600000 0 units=us-ft|208|250
3697|~Wisconsin North|lcc 45.1666666666667 -90 46.7666666666667 45.5666666666667 600000 0|208|249
3698|~Wisconsin North (ftUS)|lcc 45.1666666666667 -90 46.7666666666667 45.5666666666667 600000 0 units=us-ft|208|249
3699|~Wisconsin South|lcc 42 -90 44.0666666666667 42.7333333333333 600000 0|208|251
3700|~Wisconsin South (ftUS)|lcc 42 -90 44.0666666666667 42.7333333333333 600000 0 units=us-ft|208|251
3701|~Wisconsin Transverse Mercator|tmerc 0 -90 .9996 520000 -4480000|208|599
3702|~Wyoming East|tmerc 40.5 -105.166666666667 .9999375 200000 0|208|491
3703|~Wyoming East Central|tmerc 40.5 -107.333333333333 .9999375 400000 100000|208|492
3704|~Wyoming West Central|tmerc 40.5 -108.75 .9999375 600000 0|208|493
3705|~Wyoming West|tmerc 40.5 -110.083333333333 .9999375 800000 100000|208|494
3706|~UTM zone 59N|utm 59|208|831
3707|~UTM zone 60N|utm 60|208|832
3708|~UTM zone 1N|utm 1|208|883
3709|~UTM zone 2N|utm 2|208|884
3710|~UTM zone 3N|utm 3|208|885
3711|~UTM zone 4N|utm 4|208|886
3712|~UTM zone 5N|utm 5|208|887
3713|~UTM zone 6N|utm 6|208|888
3714|~UTM zone 7N|utm 7|208|889
3715|~UTM zone 8N|utm 8|208|890
3716|~UTM zone 9N|utm 9|208|891
3717|~UTM zone 10N|utm 10|208|892
3718|~UTM zone 11N|utm 11|208|893
3719|~UTM zone 12N|utm 12|208|894
3720|~UTM zone 13N|utm 13|208|895
3721|~UTM zone 14N|utm 14|208|896
3722|~UTM zone 15N|utm 15|208|897
3723|~UTM zone 16N|utm 16|208|898
3724|~UTM zone 17N|utm 17|208|899
3725|~UTM zone 18N|utm 18|208|900
3726|~UTM zone 19N|utm 19|208|901
3727|~TM Reunion|tmerc -21.1166666666667 55.5333333333333 1 160000 50000|124|539
3728|~Ohio North (ftUS)|lcc 39.6666666666667 -82.5 41.7 40.4333333333333 600000 0 units=us-ft|208|483
3729|~Ohio South (ftUS)|lcc 38 -82.5 40.0333333333333 38.7333333333333 600000 0 units=us-ft|208|484
3730|~Wyoming East (ftUS)|tmerc 40.5 -105.166666666667 .9999375 200000.00001016 0 units=us-ft|208|491
3731|~Wyoming East Central (ftUS)|tmerc 40.5 -107.333333333333 .9999375 399999.99998984 99999.99998984 units=us-ft|208|492
3732|~Wyoming West Central (ftUS)|tmerc 40.5 -108.75 .9999375 600000 0 units=us-ft|208|493
3733|~Wyoming West (ftUS)|tmerc 40.5 -110.083333333333 .9999375 800000.00001016 99999.99998984 units=us-ft|208|494
3734|~Ohio North (ftUS)|lcc 39.6666666666667 -82.5 41.7 40.4333333333333 600000 0 units=us-ft|64|483
3735|~Ohio South (ftUS)|lcc 38 -82.5 40.0333333333333 38.7333333333333 600000 0 units=us-ft|64|484
3736|~Wyoming East (ftUS)|tmerc 40.5 -105.166666666667 .9999375 200000.00001016 0 units=us-ft|64|491
3737|~Wyoming East Central (ftUS)|tmerc 40.5 -107.333333333333 .9999375 399999.99998984 99999.99998984 units=us-ft|64|492
3738|~Wyoming West Central (ftUS)|tmerc 40.5 -108.75 .9999375 600000 0 units=us-ft|64|493
3739|~Wyoming West (ftUS)|tmerc 40.5 -110.083333333333 .9999375 800000.00001016 99999.99998984 units=us-ft|64|494
3740|~UTM zone 10N|utm 10|95|902
3741|~UTM zone 11N|utm 11|95|903
3742|~UTM zone 12N|utm 12|95|894
3743|~UTM zone 13N|utm 13|95|895
3744|~UTM zone 14N|utm 14|95|904
3745|~UTM zone 15N|utm 15|95|905
3746|~UTM zone 16N|utm 16|95|906
3747|~UTM zone 17N|utm 17|95|907
3748|~UTM zone 18N|utm 18|95|908
3749|~UTM zone 19N|utm 19|95|909
3750|~UTM zone 4N|utm 4|43|910
3751|~UTM zone 5N|utm 5|43|911
3753|~Ohio North (ftUS)|lcc 39.6666666666667 -82.5 41.7 40.4333333333333 600000 0 units=us-ft|95|483
3754|~Ohio South (ftUS)|lcc 38 -82.5 40.0333333333333 38.7333333333333 600000 0 units=us-ft|95|484
3755|~Wyoming East (ftUS)|tmerc 40.5 -105.166666666667 .9999375 200000.00001016 0 units=us-ft|95|491
3756|~Wyoming East Central (ftUS)|tmerc 40.5 -107.333333333333 .9999375 399999.99998984 99999.99998984 units=us-ft|95|492
3757|~Wyoming West Central (ftUS)|tmerc 40.5 -108.75 .9999375 600000 0 units=us-ft|95|493
3758|~Wyoming West (ftUS)|tmerc 40.5 -110.083333333333 .9999375 800000.00001016 99999.99998984 units=us-ft|95|494
3759|~Hawaii zone 3 (ftUS)|tmerc 21.1666666666667 -158 .99999 500000.00001016 0 units=us-ft|212|458
3760|~Hawaii zone 3 (ftUS)|tmerc 21.1666666666667 -158 .99999 500000.00001016 0 units=us-ft|43|458
3761|~UTM zone 22N|utm 22|104|912
3762|~South Georgia Lambert|lcc -55 -37 -54 -54.75 0 0|70|913
3763|~Portugal TM06|tmerc 39.6682583333333 -8.13310833333333 1 0 0|59|914
3764|~Chatham Island Circuit 2000|tmerc -44 -176.5 1 400000 800000|38|915
3765|~Croatia TM|tmerc 0 16.5 .9999 500000 0|213|916
3766|~Croatia LCC|lcc 0 16.5 45.9166666666667 43.0833333333333 0 0|213|917
3767|~UTM zone 33N|utm 33|213|918
3768|~UTM zone 34N|utm 34|213|919
3769|~UTM zone 20N|utm 20|214|920
3770|~Bermuda 2000 National Grid|tmerc 32 -64.75 1 550000 100000|215|921
3771|~Alberta 3TM ref merid 111 W|tmerc 0 -111 .9999 0 0|216|922|16
3772|~Alberta 3TM ref merid 114 W|tmerc 0 -114 .9999 0 0|216|923|16
3773|~Alberta 3TM ref merid 117 W|tmerc 0 -117 .9999 0 0|216|924
3774|~Alberta 3TM ref merid 120 W|tmerc 0 -120 .9999 0 0|216|925
3775|~Alberta 3TM ref merid 111 W|tmerc 0 -111 .9999 0 0|64|922
3776|~Alberta 3TM ref merid 114 W|tmerc 0 -114 .9999 0 0|64|923
3777|~Alberta 3TM ref merid 117 W|tmerc 0 -117 .9999 0 0|64|924
3778|~Alberta 3TM ref merid 120 W|tmerc 0 -120 .9999 0 0|64|925
3779|~Alberta 3TM ref merid 111 W|tmerc 0 -111 .9999 0 0|104|922
3780|~Alberta 3TM ref merid 114 W|tmerc 0 -114 .9999 0 0|104|923
3781|~Alberta 3TM ref merid 117 W|tmerc 0 -117 .9999 0 0|104|924
3782|~Alberta 3TM ref merid 120 W|tmerc 0 -120 .9999 0 0|104|925
3783|~Pitcairn TM 2006|tmerc -25.0685526111111 -130.112967111111 1 14200 15500|217|926
3784|~UTM zone 9S|utm 9 +south|218|926
3785|~Mercator|merc 0 1 0 0 lat_ts=0|219|927
3786|World Equidistant Cylindrical (Sphere)|eqc 0 0 0 0 0|220|928|21407
3787|~Slovene National Grid|tmerc 0 15 .9999 500000 -5000000|51|146|86
3788|~Auckland Islands TM 2000|tmerc 0 166 1 3500000 10000000|38|929
3789|~Campbell Island TM 2000|tmerc 0 169 1 3500000 10000000|38|930
3790|~Antipodes Islands TM 2000|tmerc 0 179 1 3500000 10000000|38|931
3791|~Raoul Island TM 2000|tmerc 0 -178 1 3500000 10000000|38|932
3793|~Chatham Islands TM 2000|tmerc 0 -176.5 1 3500000 10000000|38|915
3794|~Slovene National Grid|tmerc 0 15 .9999 500000 -5000000|221|146
3795|~Cuba Norte|lcc 22.35 -81 23 21.7 500000 280296.016|27|79
3796|~Cuba Sur|lcc 20.7166666666667 -76.8333333333333 21.3 20.1333333333333 500000 229126.939|27|80
3797|~MTQ Lambert|lcc 44 -70 50 46 800000 0|216|130|26
3798|~MTQ Lambert|lcc 44 -70 50 46 800000 0|64|130
3799|~MTQ Lambert|lcc 44 -70 50 46 800000 0|104|130
3800|~Alberta 3TM ref merid 120 W|tmerc 0 -120 .9999 0 0|216|925
3801|~Alberta 3TM ref merid 120 W|tmerc 0 -120 .9999 0 0|64|925
3802|~Alberta 3TM ref merid 120 W|tmerc 0 -120 .9999 0 0|104|925
3812|~Belgian Lambert 2008|lcc 50.797815 4.35921583333333 49.8333333333333 51.1666666666667 649328 665262|59|865
3814|~Mississippi TM|tmerc 32.5 -89.75 .9998335 500000 1300000|64|933
3815|~Mississippi TM|tmerc 32.5 -89.75 .9998335 500000 1300000|95|933
3816|~Mississippi TM|tmerc 32.5 -89.75 .9998335 500000 1300000|208|933
3819|~|longlat|222|934
3821|~|longlat|223|935
3824|~|longlat|224|936
3825|~TM2 zone 119|tmerc 0 119 .9999 250000 0|224|937
3826|~TM2 zone 121|tmerc 0 121 .9999 250000 0|224|938
3827|~TM2 zone 119|tmerc 0 119 .9999 250000 0|223|939
3828|~TM2 zone 121|tmerc 0 121 .9999 250000 0|223|940
3829|~UTM zone 51N|utm 51|225|935
3832|~PDC Mercator|merc 150 1 0 0|70|822
3833|~Gauss-Kruger zone 2|tmerc 0 9 1 2500000 0|226|941|3
3834|~Gauss-Kruger zone 2|tmerc 0 9 1 2500000 0|49|941
3835|~Gauss-Kruger zone 3|tmerc 0 15 1 3500000 0|80|942|133
3836|~Gauss-Kruger zone 4|tmerc 0 21 1 4500000 0|80|943|1
3837|~3-degree Gauss-Kruger zone 3|tmerc 0 9 1 3500000 0|226|143|3
3838|~3-degree Gauss-Kruger zone 4|tmerc 0 12 1 4500000 0|226|144|3
3839|~3-degree Gauss-Kruger zone 9|tmerc 0 27 1 9500000 0|182|944|125
3840|~3-degree Gauss-Kruger zone 10|tmerc 0 30 1 10500000 0|182|945
3841|~3-degree Gauss-Kruger zone 6|tmerc 0 18 1 6500000 0|80|946
3842|~3-degree Gauss-Kruger zone 7|tmerc 0 18 1 6500000 0|227|947|1
3843|~3-degree Gauss-Kruger zone 8|tmerc 0 18 1 6500000 0|227|948|127
3844|~Stereo70|sterea 46 25 .99975 500000 500000|182|949
3845|~RT90 7.5 gon V emulation|tmerc 0 11.30625 1.000006 1500025.141 -667.282|134|563
3846|~RT90 5 gon V emulation|tmerc 0 13.5562666666667 1.0000058 1500044.695 -667.13|134|564
3847|~RT90 2.5 gon V emulation|tmerc 0 15.8062845294444 1.00000561024 1500064.274 -667.711|134|565
3848|~RT90 0 gon emulation|tmerc 0 18.0563 1.0000054 1500083.521 -668.844|134|566
3849|~RT90 2.5 gon O emulation|tmerc 0 20.3063166666667 1.0000052 1500102.765 -670.706|134|567
3850|~RT90 5 gon O emulation|tmerc 0 22.5563333333333 1.0000049 1500121.846 -672.557|134|568
3851|~NZCS2000|lcc -41 173 -37.5 -44.5 3000000 7000000|38|950
3852|~DGLC2000|lcc -90 157 -76.6666666666667 -79.3333333333333 500000 0|228|951
3854|County ST74|tmerc 0 18.05787 .99999506 100182.7406 -6500620.1207|134|952
3857|~Pseudo-Mercator|merc 0 1 0 0 lat_ts=0|229|927
3873|~GK19FIN|tmerc 0 19 1 19500000 0|59|638
3874|~GK20FIN|tmerc 0 20 1 20500000 0|59|639
3875|~GK21FIN|tmerc 0 21 1 21500000 0|59|640
3876|~GK22FIN|tmerc 0 22 1 22500000 0|59|641
3877|~GK23FIN|tmerc 0 23 1 23500000 0|59|642
3878|~GK24FIN|tmerc 0 24 1 24500000 0|59|643
3879|~GK25FIN|tmerc 0 25 1 25500000 0|59|644
3880|~GK26FIN|tmerc 0 26 1 26500000 0|59|645
3881|~GK27FIN|tmerc 0 27 1 27500000 0|59|646
3882|~GK28FIN|tmerc 0 28 1 28500000 0|59|647
3883|~GK29FIN|tmerc 0 29 1 29500000 0|59|648
3884|~GK30FIN|tmerc 0 30 1 30500000 0|59|649
3885|~GK31FIN|tmerc 0 31 1 31500000 0|59|650
3889|~|longlat|230|953
3890|~UTM zone 37N|utm 37|230|847
3891|~UTM zone 38N|utm 38|230|848
3892|~UTM zone 39N|utm 39|230|954
3893|~Iraq National Grid|tmerc 29.0262683333333 46.5 .9994 800000 0|231|955|3
3906|~|longlat|232|956|6
3907|~Balkans zone 5|tmerc 0 15 .9999 5500000 0|232|957
3908|~Balkans zone 6|tmerc 0 18 .9999 6500000 0|232|958
3909|~Balkans zone 7|tmerc 0 21 .9999 7500000 0|233|959
3910|~Balkans zone 8|tmerc 0 24 .9999 8500000 0|233|960|4
3911|~Slovenia Grid|tmerc 0 15 .9999 500000 0|234|146
3912|~Slovene National Grid|tmerc 0 15 .9999 500000 -5000000|234|146
3920|~UTM zone 20N|utm 20|235|961
3942|~CC42|lcc 42 3 41.25 42.75 1700000 1200000|41|962
3943|~CC43|lcc 43 3 42.25 43.75 1700000 2200000|41|963
3944|~CC44|lcc 44 3 43.25 44.75 1700000 3200000|41|964
3945|~CC45|lcc 45 3 44.25 45.75 1700000 4200000|41|965
3946|~CC46|lcc 46 3 45.25 46.75 1700000 5200000|41|966
3947|~CC47|lcc 47 3 46.25 47.75 1700000 6200000|41|967
3948|~CC48|lcc 48 3 47.25 48.75 1700000 7200000|41|968
3949|~CC49|lcc 49 3 48.25 49.75 1700000 8200000|41|969
3950|~CC50|lcc 50 3 49.25 50.75 1700000 9200000|41|970
3968|~Virginia Lambert|lcc 36 -79.5 37 39.5 0 0|64|971
3969|~Virginia Lambert|lcc 36 -79.5 37 39.5 0 0|95|971
3970|~Virginia Lambert|lcc 36 -79.5 37 39.5 0 0|208|971
3973|~NSIDC EASE-Grid North|laea 90 0 0 0|70|856
3974|~NSIDC EASE-Grid South|laea -90 0 0 0|70|857
3975|~NSIDC EASE-Grid Global|cea 30 0 0 0|70|858
3976|~NSIDC Sea Ice Polar Stereographic South|stere -90 0 0 0 lat_ts=-70|70|569
3978|~Canada Atlas Lambert|lcc 49 -95 49 77 0 0|64|821
3979|~Canada Atlas Lambert|lcc 49 -95 49 77 0 0|104|821
3985|~Katanga Lambert|lcc 9 26 -6.5 -11.5 500000 500000|178|799|275
3986|~Katanga Gauss zone A|tmerc -9 30 1 200000 500000|178|972|100
3987|~Katanga Gauss zone B|tmerc -9 28 1 200000 500000|236|973|212
3988|~Katanga Gauss zone C|tmerc -9 26 1 200000 500000|178|974|275
3989|~Katanga Gauss zone D|tmerc -9 24 1 200000 500000|178|975|90
3991|Puerto Rico State Plane CS of 1927|lcc 17.8333333333333 -66.4333333333333 18.4333333333333 18.0333333333333 152400.30480061 0 units=us-ft|235|976
3992|~St. Croix|lcc 17.8333333333333 -66.4333333333333 18.4333333333333 18.0333333333333 152400.30480061 30480.0609601219 units=us-ft|235|977
3994|~Mercator 41|merc 100 lat_ts=-41 x_0=0 y_0=0|70|978
3995|~Arctic Polar Stereographic|stere 90 0 0 0 lat_ts=71|70|859
3996|~IBCAO Polar Stereographic|stere 90 0 0 0 lat_ts=75|70|859
3997|~Dubai Local TM|tmerc 0 55.3333333333333 1 500000 0|70|979
4001|~|longlat|237|928|78
4002|~|longlat|238|928|79
4003|~|longlat|239|928
4004|~|longlat|240|928|67
4005|~|longlat|241|928|66
4006|~|longlat|242|928|66
4007|~|longlat|243|928|291
4008|~|longlat|244|928|238
4009|~|longlat|245|928|239
4010|~|longlat|246|928|350
4011|~|longlat|247|928|350
4012|~|longlat|248|928|350
4013|~|longlat|249|928|350
4014|~|longlat|250|928|350
4015|~|longlat|251|928|184
4016|~|longlat|252|928|184
4018|~|longlat|253|928|184
4019|~|longlat|254|928
4020|~|longlat|255|928|3
4021|~|longlat|256|928
4022|~|longlat|257|928|92
4023|~|longlat|258|980
4024|~|longlat|259|928|3
4025|~|longlat|260|928
4026|~Moldova TM|tmerc 0 28.4 .99994 200000 -5000000|258|980
4027|~|longlat|261|928|726
4028|~|longlat|262|928|257
4029|~|longlat|263|928|164
4030|~|longlat|264|928
4031|~|longlat|265|928
4032|~|longlat|266|928
4033|~|longlat|267|928
4034|~|longlat|268|928|350
4035|~|longlat|269|928|21407
4036|~|longlat|270|928
4037|~TMzn35N|utm 35|70|981
4038|~TMzn36N|utm 36|70|982
4041|~|longlat|271|928
4042|~|longlat|272|928|184
4043|~|longlat|273|928
4044|~|longlat|274|928|184
4045|~|longlat|275|928|184
4046|~|longlat|276|983
4047|~|longlat|220|928|21407
4048|~Congo TM zone 12|tmerc 0 12 .9999 500000 10000000|276|984
4049|~Congo TM zone 14|tmerc 0 14 .9999 500000 10000000|276|803
4050|~Congo TM zone 16|tmerc 0 16 .9999 500000 10000000|276|985
4051|~Congo TM zone 18|tmerc 0 18 .9999 500000 10000000|276|986
4052|~|longlat|47|928|21407
4053|~|longlat|202|928|21406
4054|~|longlat|203|928|1
4055|~|longlat|277|928|21383
4056|~Congo TM zone 20|tmerc 0 20 .9999 500000 10000000|276|987
4057|~Congo TM zone 22|tmerc 0 22 .9999 500000 10000000|276|988
4058|~Congo TM zone 24|tmerc 0 24 .9999 500000 10000000|276|989
4059|~Congo TM zone 26|tmerc 0 26 .9999 500000 10000000|276|990
4060|~Congo TM zone 28|tmerc 0 28 .9999 500000 10000000|276|991
4061|~UTM zone 33S|utm 33 +south|276|992
4062|~UTM zone 34S|utm 34 +south|276|993
4063|~UTM zone 35S|utm 35 +south|276|994
4071|~UTM zone 23S|utm 23 +south|278|995
4075|~|longlat|279|996
4081|~|longlat|280|997
4082|~UTM zone 27N|utm 27|280|998
4083|~UTM zone 28N|utm 28|280|999
4087|~World Equidistant Cylindrical|eqc 0 0 0 0 0|70|928
4088|World Equidistant Cylindrical (Sphere)|eqc 0 0 0 0 0|220|928|21407
4093|~DKTM1|tmerc 0 9 .99998 200000 -5000000|59|1000
4094|~DKTM2|tmerc 0 10 .99998 400000 -5000000|59|1001
4095|~DKTM3|tmerc 0 11.75 .99998 600000 -5000000|59|165
4096|~DKTM4|tmerc 0 15 1 800000 -5000000|59|166
4120|~|longlat|281|94|170
4121|~|longlat|36|94
4122|~|longlat|61|1002
4123|~|longlat|79|1003
4124|~|longlat|81|303
4125|~|longlat|91|394|3
4126|~|longlat|282|426
4127|~|longlat|93|1004|32
4128|~|longlat|283|1005|135
4129|~|longlat|284|1006
4130|~|longlat|136|1007
4131|~|longlat|161|1008|526
4132|~|longlat|168|688|218
4133|~|longlat|170|787
4134|~|longlat|205|1009
4135|~|longlat|209|1010|3
4136|~|longlat|285|1011|193
4137|~|longlat|286|1012|217
4138|~|longlat|287|1013|219
4139|~|longlat|235|1014
4140|~|longlat|10|1015
4141|~|longlat|11|37
4142|~|longlat|12|1016|114
4143|~|longlat|13|1016
4144|~|longlat|288|1017|317
4145|~|longlat|289|1018|121
4146|~|longlat|290|1019
4147|~|longlat|14|1020|65
4148|~|longlat|15|1021
4149|~|longlat|291|52
4150|~|longlat|16|52
4151|~|longlat|292|52
4152|~|longlat|43|1022|1
4153|~|longlat|17|53
4154|~|longlat|18|1023
4155|~|longlat|207|1024
4156|~|longlat|293|1025|12
4157|~|longlat|21|61|113
4158|~|longlat|22|62
4159|~|longlat|23|674|157
4160|~|longlat|24|1026|129
4161|~|longlat|25|1027|275
4162|~|longlat|34|1028
4163|~|longlat|29|1029
4164|~|longlat|30|1030
4165|~|longlat|33|89
4166|~|longlat|294|1028
4167|~|longlat|38|950
4168|~|longlat|39|1031|4
4169|~|longlat|150|617
4170|~|longlat|295|1032
4171|~|longlat|41|135
4172|~|longlat|296|1033
4173|~|longlat|44|137
4174|~|longlat|45|138|48
4175|~|longlat|46|1034
4176|~|longlat|297|570
4178|~|longlat|80|1035|135
4179|~|longlat|52|1036|135
4180|~|longlat|171|788
4181|~|longlat|50|145
4182|~|longlat|54|157
4183|~|longlat|55|158
4184|~|longlat|56|159
4185|~|longlat|57|160|84
4188|~|longlat|298|1037
4189|~|longlat|62|1038
4190|~|longlat|299|1033
4191|~|longlat|60|323
4192|~|longlat|66|181
4193|~|longlat|67|181
4194|~|longlat|68|1039
4195|~|longlat|300|1040
4196|~|longlat|301|1041
4197|~|longlat|71|259
4198|~|longlat|72|260
4199|~|longlat|302|1042|80
4200|~|longlat|88|1043
4201|~|longlat|303|1044|5
4202|~|longlat|304|1045|206
4203|~|longlat|305|1046
4204|~|longlat|76|264
4205|~|longlat|306|1047
4206|~|longlat|307|1048|244
4207|~|longlat|308|914
4208|~|longlat|309|1049|256
4209|~|longlat|310|1050|37
4210|~|longlat|311|1051|9
4211|~|longlat|131|1052|5
4212|~|longlat|312|1053
4213|~|longlat|96|496
4214|~|longlat|82|1054|69
4215|~|longlat|313|865|90
4216|~|longlat|214|920
4217|~BLM 59N (ftUS)|tmerc 0 171 .9996 500000.001016002 0 units=us-ft|64|831
4218|~|longlat|314|1055|15
4219|~|longlat|315|1056
4220|~|longlat|316|1057|411
4221|~|longlat|74|1058|2
4222|~|longlat|317|1059|123
4223|~|longlat|318|1060
4224|~|longlat|319|1061|91
4225|~|longlat|320|1062
4226|~|longlat|321|1016|114
4227|~|longlat|322|1063|8
4228|~|longlat|323|1064|139
4229|~|longlat|324|1065
4230|~|longlat|325|1066|182
4231|~|longlat|326|1067
4232|~|longlat|327|1068
4233|~|longlat|328|1069|21
4234|~|longlat|329|1064|139
4235|~|longlat|330|1070|25
4236|~|longlat|225|935
4237|~|longlat|331|934
4238|~|longlat|332|1071
4239|~|longlat|333|1072|426
4240|~|longlat|334|1073|186
4241|~|longlat|335|866|211
4242|~|longlat|336|866
4243|~|longlat|337|1017|169
4244|~|longlat|338|1074
4245|~|longlat|339|1075
4246|~|longlat|340|1076
4247|~|longlat|341|263|5
4248|~|longlat|342|1077|426
4249|~|longlat|37|1078|34
4250|~|longlat|343|1031
4251|~|longlat|344|1079
4252|~|longlat|345|1080|121
4253|~|longlat|346|1081|187
4254|~|longlat|347|1082|97
4255|~|longlat|348|1083
4256|~|longlat|349|1084
4257|~|longlat|132|547
4258|~|longlat|59|1085
4259|~|longlat|350|827
4260|~|longlat|351|1064|139
4261|~|longlat|352|1086|318
4262|~|longlat|353|1087
4263|~|longlat|354|1088|11
4264|~|longlat|355|826|19
4265|~|longlat|133|1089|71
4266|~|longlat|356|1090
4267|~|longlat|216|1091|186
4268|~|longlat|357|603|239
4269|~|longlat|64|1092
4270|~|longlat|358|1093|229
4271|~|longlat|359|61
4272|~|longlat|360|1094|28
4273|~|longlat|361|1095
4274|~|longlat|362|914
4275|~|longlat|363|1096|4
4276|~|longlat|364|928
4277|~|longlat|365|1097
4278|~|longlat|366|1098|76
4279|~|longlat|367|1099|76
4280|~|longlat|368|1100|10
4281|~|longlat|369|1101|89
4282|~|longlat|370|1102|7
4283|~|longlat|153|1103
4284|~|longlat|90|1104|3
4285|~|longlat|371|1105
4286|~|longlat|35|93|2
4287|~|longlat|372|1106|79
4288|~|longlat|373|1107|36
4289|~|longlat|374|1108
4291|~|longlat|375|1109
4292|~|longlat|376|1110|300
4293|~|longlat|377|1111
4294|~|longlat|378|1112|9
4295|~|longlat|379|1113|4
4297|~|longlat|380|1114
4298|~|longlat|381|835|2
4299|~|longlat|382|137
4300|~|longlat|383|137
4301|~|longlat|149|1115|6
4302|~|longlat|73|261
4303|~|longlat|384|1116|2
4304|~|longlat|385|1117
4306|~|longlat|386|52|67
4307|~|longlat|387|1118
4308|~|longlat|135|1119|61
4309|~|longlat|388|1120
4310|~|longlat|389|1121
4311|~|longlat|390|1122
4312|~|longlat|51|862
4313|~|longlat|391|865
4314|~|longlat|147|1123|2
4315|~|longlat|20|1024
4316|~|longlat|392|1124
4317|~|longlat|393|949|3
4318|~|longlat|394|1076
4319|~|longlat|395|1125
4322|~|longlat|396|928
4324|~|longlat|32|928
4326|~|longlat|70|928
4390|~Johor Grid|cass 2.04258333333333 103.562758333333 0 0|339|836
4391|~Sembilan and Melaka Grid|cass 2.71228333333333 101.941166666667 -242.005 -948.547|339|837
4392|~Pahang Grid|cass 3.71097222222222 102.436177777778 0 0|339|838
4393|~Selangor Grid|cass 3.68034444444444 101.508244444444 -21759.438 55960.906|339|839
4394|~Terengganu Grid|cass 4.94614166666667 102.895208333333 0 0|339|840
4395|~Pinang Grid|cass 5.421325 100.345869444444 0 0|339|841
4396|~Kedah and Perlis Grid|cass 5.96514722222222 100.637594444444 0 0|339|842
4397|~Perak Revised Grid|cass 4.85938055555556 100.816766666667 0 133453.669|339|843
4398|~Kelantan Grid|cass 5.89392222222222 102.177291666667 0 0|339|844
4399|~BLM 59N (ftUS)|tmerc 0 171 .9996 500000.001016002 0 units=us-ft|194|831|281
4400|~BLM 60N (ftUS)|tmerc 0 177 .9996 500000.001016002 0 units=us-ft|194|832|271
4401|~BLM 1N (ftUS)|tmerc 0 -177 .9996 500000.001016002 0 units=us-ft|397|883|206
4402|~BLM 2N (ftUS)|tmerc 0 -171 .9996 500000.001016002 0 units=us-ft|105|884|178
4403|~BLM 3N (ftUS)|tmerc 0 -165 .9996 500000.001016002 0 units=us-ft|105|885|165
4404|~BLM 4N (ftUS)|tmerc 0 -159 .9996 500000.001016002 0 units=us-ft|105|886|160
4405|~BLM 5N (ftUS)|tmerc 0 -153 .9996 500000.001016002 0 units=us-ft|105|887
4406|~BLM 6N (ftUS)|tmerc 0 -147 .9996 500000.001016002 0 units=us-ft|105|888
4407|~BLM 7N (ftUS)|tmerc 0 -141 .9996 500000.001016002 0 units=us-ft|105|889|7
4408|~BLM 8N (ftUS)|tmerc 0 -135 .9996 500000.001016002 0 units=us-ft|216|890|30
4409|~BLM 9N (ftUS)|tmerc 0 -129 .9996 500000.001016002 0 units=us-ft|398|891|112
4410|~BLM 10N (ftUS)|tmerc 0 -123 .9996 500000.001016002 0 units=us-ft|148|892|100
4411|~BLM 11N (ftUS)|tmerc 0 -117 .9996 500000.001016002 0 units=us-ft|148|893
4412|~BLM 12N (ftUS)|tmerc 0 -111 .9996 500000.001016002 0 units=us-ft|148|894
4413|~BLM 13N (ftUS)|tmerc 0 -105 .9996 500000.001016002 0 units=us-ft|148|895
4414|~Guam Map Grid|tmerc 13.5 144.75 1 100000 200000|43|1126
4415|~Katanga Lambert|lcc -9 26 -6.5 -11.5 500000 500000|178|799|275
4417|~3-degree Gauss-Kruger zone 7|tmerc 0 21 1 7500000 0|227|947|1
4418|~BLM 18N (ftUS)|tmerc 0 -75 .9996 500000.001016002 0 units=us-ft|63|900
4419|~BLM 19N (ftUS)|tmerc 0 -69 .9996 500000.001016002 0 units=us-ft|63|901|19
4420|~BLM 60N (ftUS)|tmerc 0 177 .9996 500000.001016002 0 units=us-ft|64|832
4421|~BLM 1N (ftUS)|tmerc 0 -177 .9996 500000.001016002 0 units=us-ft|64|883
4422|~BLM 2N (ftUS)|tmerc 0 -171 .9996 500000.001016002 0 units=us-ft|64|884
4423|~BLM 3N (ftUS)|tmerc 0 -165 .9996 500000.001016002 0 units=us-ft|64|885
4424|~BLM 4N (ftUS)|tmerc 0 -159 .9996 500000.001016002 0 units=us-ft|64|886
4425|~BLM 5N (ftUS)|tmerc 0 -153 .9996 500000.001016002 0 units=us-ft|64|887
4426|~BLM 6N (ftUS)|tmerc 0 -147 .9996 500000.001016002 0 units=us-ft|64|888
4427|~BLM 7N (ftUS)|tmerc 0 -141 .9996 500000.001016002 0 units=us-ft|64|889
4428|~BLM 8N (ftUS)|tmerc 0 -135 .9996 500000.001016002 0 units=us-ft|64|890
4429|~BLM 9N (ftUS)|tmerc 0 -129 .9996 500000.001016002 0 units=us-ft|64|891
4430|~BLM 10N (ftUS)|tmerc 0 -123 .9996 500000.001016002 0 units=us-ft|64|892
4431|~BLM 11N (ftUS)|tmerc 0 -117 .9996 500000.001016002 0 units=us-ft|64|893
4432|~BLM 12N (ftUS)|tmerc 0 -111 .9996 500000.001016002 0 units=us-ft|64|894
4433|~BLM 13N (ftUS)|tmerc 0 -105 .9996 500000.001016002 0 units=us-ft|64|895
4434|~3-degree Gauss-Kruger zone 8|tmerc 0 24 1 8500000 0|227|948|126
4437|~Puerto Rico and Virgin Is.|lcc 17.8333333333333 -66.4333333333333 18.4333333333333 18.0333333333333 200000 200000|208|495
4438|~BLM 18N (ftUS)|tmerc 0 -75 .9996 500000.001016002 0 units=us-ft|64|900
4439|~BLM 19N (ftUS)|tmerc 0 -69 .9996 500000.001016002 0 units=us-ft|64|901
4455|~Pennsylvania South|lcc 39.3333333333333 -77.75 40.9666666666667 39.9333333333333 609601.219202438 0 units=us-ft|63|235
4456|~New York Long Island|lcc 40.5 -74 41.0333333333333 40.6666666666667 609601.219202438 30480.0609601219 units=us-ft|63|226
4457|~South Dakota North (ftUS)|lcc 43.8333333333333 -100 45.6833333333333 44.4166666666667 600000 0 units=us-ft|64|486
4462|~Australian Centre for Remote Sensing Lambert|lcc -27 132 -18 -36 0 0|70|626
4463|~|longlat|399|1127
4467|~UTM zone 21N|utm 21|399|1127
4470|~|longlat|400|1128
4471|~UTM zone 38S|utm 38 +south|400|1128
4474|Cadastre 1997 / UTM zone 38S|utm 38 +south|116|531
4475|~|longlat|401|531
4483|~|longlat|402|1129
4484|~UTM zone 11N|utm 11|402|1130
4485|~UTM zone 12N|utm 12|402|1131
4486|~UTM zone 13N|utm 13|402|1132
4487|~UTM zone 14N|utm 14|402|1133
4488|~UTM zone 15N|utm 15|402|1134
4489|~UTM zone 16N|utm 16|402|1135
4490|~|longlat|403|1054
4491|CGCS2000 / Gauss-Kruger zone 13|tmerc 0 75 1 13500000 0|403|266
4492|CGCS2000 / Gauss-Kruger zone 14|tmerc 0 81 1 14500000 0|403|267
4493|CGCS2000 / Gauss-Kruger zone 15|tmerc 0 87 1 15500000 0|403|268
4494|CGCS2000 / Gauss-Kruger zone 16|tmerc 0 93 1 16500000 0|403|269
4495|CGCS2000 / Gauss-Kruger zone 17|tmerc 0 99 1 17500000 0|403|270
4496|CGCS2000 / Gauss-Kruger zone 18|tmerc 0 105 1 18500000 0|403|1136
4497|CGCS2000 / Gauss-Kruger zone 19|tmerc 0 111 1 19500000 0|403|1137
4498|CGCS2000 / Gauss-Kruger zone 20|tmerc 0 117 1 20500000 0|403|1138
4499|CGCS2000 / Gauss-Kruger zone 21|tmerc 0 123 1 21500000 0|403|1139
4500|CGCS2000 / Gauss-Kruger zone 22|tmerc 0 129 1 22500000 0|403|1140
4501|CGCS2000 / Gauss-Kruger zone 23|tmerc 0 135 1 23500000 0|403|276
4502|CGCS2000 / Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|403|266
4503|CGCS2000 / Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|403|267
4504|CGCS2000 / Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|403|268
4505|CGCS2000 / Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|403|269
4506|CGCS2000 / Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|403|270
4507|CGCS2000 / Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|403|1136
4508|CGCS2000 / Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|403|1137
4509|CGCS2000 / Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|403|1138
4510|CGCS2000 / Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|403|1139
4511|CGCS2000 / Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|403|1140
4512|CGCS2000 / Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|403|276
4513|CGCS2000 / 3-degree Gauss-Kruger zone 25|tmerc 0 75 1 25500000 0|403|277
4514|CGCS2000 / 3-degree Gauss-Kruger zone 26|tmerc 0 78 1 26500000 0|403|278
4515|CGCS2000 / 3-degree Gauss-Kruger zone 27|tmerc 0 81 1 27500000 0|403|279
4516|CGCS2000 / 3-degree Gauss-Kruger zone 28|tmerc 0 84 1 28500000 0|403|280
4517|CGCS2000 / 3-degree Gauss-Kruger zone 29|tmerc 0 87 1 29500000 0|403|281
4518|CGCS2000 / 3-degree Gauss-Kruger zone 30|tmerc 0 90 1 30500000 0|403|282
4519|CGCS2000 / 3-degree Gauss-Kruger zone 31|tmerc 0 93 1 31500000 0|403|283
4520|CGCS2000 / 3-degree Gauss-Kruger zone 32|tmerc 0 96 1 32500000 0|403|284
4521|CGCS2000 / 3-degree Gauss-Kruger zone 33|tmerc 0 99 1 33500000 0|403|285
4522|CGCS2000 / 3-degree Gauss-Kruger zone 34|tmerc 0 102 1 34500000 0|403|286
4523|CGCS2000 / 3-degree Gauss-Kruger zone 35|tmerc 0 105 1 35500000 0|403|287
4524|CGCS2000 / 3-degree Gauss-Kruger zone 36|tmerc 0 108 1 36500000 0|403|288
4525|CGCS2000 / 3-degree Gauss-Kruger zone 37|tmerc 0 111 1 37500000 0|403|289
4526|CGCS2000 / 3-degree Gauss-Kruger zone 38|tmerc 0 114 1 38500000 0|403|290
4527|CGCS2000 / 3-degree Gauss-Kruger zone 39|tmerc 0 117 1 39500000 0|403|291
4528|CGCS2000 / 3-degree Gauss-Kruger zone 40|tmerc 0 120 1 40500000 0|403|292
4529|CGCS2000 / 3-degree Gauss-Kruger zone 41|tmerc 0 123 1 41500000 0|403|293
4530|CGCS2000 / 3-degree Gauss-Kruger zone 42|tmerc 0 126 1 42500000 0|403|294
4531|CGCS2000 / 3-degree Gauss-Kruger zone 43|tmerc 0 129 1 43500000 0|403|295
4532|CGCS2000 / 3-degree Gauss-Kruger zone 44|tmerc 0 132 1 44500000 0|403|296
4533|CGCS2000 / 3-degree Gauss-Kruger zone 45|tmerc 0 135 1 45500000 0|403|297
4534|CGCS2000 / 3-degree Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|403|277
4535|CGCS2000 / 3-degree Gauss-Kruger CM 78E|tmerc 0 78 1 500000 0|403|278
4536|CGCS2000 / 3-degree Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|403|279
4537|CGCS2000 / 3-degree Gauss-Kruger CM 84E|tmerc 0 84 1 500000 0|403|280
4538|CGCS2000 / 3-degree Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|403|281
4539|CGCS2000 / 3-degree Gauss-Kruger CM 90E|tmerc 0 90 1 500000 0|403|282
4540|CGCS2000 / 3-degree Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|403|283
4541|CGCS2000 / 3-degree Gauss-Kruger CM 96E|tmerc 0 96 1 500000 0|403|284
4542|CGCS2000 / 3-degree Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|403|285
4543|CGCS2000 / 3-degree Gauss-Kruger CM 102E|tmerc 0 102 1 500000 0|403|286
4544|CGCS2000 / 3-degree Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|403|287
4545|CGCS2000 / 3-degree Gauss-Kruger CM 108E|tmerc 0 108 1 500000 0|403|288
4546|CGCS2000 / 3-degree Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|403|289
4547|CGCS2000 / 3-degree Gauss-Kruger CM 114E|tmerc 0 114 1 500000 0|403|290
4548|CGCS2000 / 3-degree Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|403|291
4549|CGCS2000 / 3-degree Gauss-Kruger CM 120E|tmerc 0 120 1 500000 0|403|292
4550|CGCS2000 / 3-degree Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|403|293
4551|CGCS2000 / 3-degree Gauss-Kruger CM 126E|tmerc 0 126 1 500000 0|403|294
4552|CGCS2000 / 3-degree Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|403|295
4553|CGCS2000 / 3-degree Gauss-Kruger CM 132E|tmerc 0 132 1 500000 0|403|296
4554|CGCS2000 / 3-degree Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|403|297
4555|~|longlat|404|1141|3
4558|~|longlat|405|538
4559|~UTM zone 20N|utm 20|405|1142
4568|~Gauss-Kruger zone 13|tmerc 0 75 1 13500000 0|404|266|3
4569|~Gauss-Kruger zone 14|tmerc 0 81 1 14500000 0|404|267|3
4570|~Gauss-Kruger zone 15|tmerc 0 87 1 15500000 0|404|268|3
4571|~Gauss-Kruger zone 16|tmerc 0 93 1 16500000 0|404|269|3
4572|~Gauss-Kruger zone 17|tmerc 0 99 1 17500000 0|404|270|3
4573|~Gauss-Kruger zone 18|tmerc 0 105 1 18500000 0|404|271|3
4574|~Gauss-Kruger zone 19|tmerc 0 111 1 19500000 0|404|272|3
4575|~Gauss-Kruger zone 20|tmerc 0 117 1 20500000 0|404|273|3
4576|~Gauss-Kruger zone 21|tmerc 0 123 1 21500000 0|404|274|3
4577|~Gauss-Kruger zone 22|tmerc 0 129 1 22500000 0|404|275|3
4578|~Gauss-Kruger zone 23|tmerc 0 135 1 23500000 0|404|276|3
4579|~Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|404|266|3
4580|~Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|404|267|3
4581|~Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|404|268|3
4582|~Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|404|269|3
4583|~Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|404|270|3
4584|~Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|404|271|3
4585|~Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|404|272|3
4586|~Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|404|273|3
4587|~Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|404|274|3
4588|~Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|404|275|3
4589|~Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|404|276|3
4600|~|longlat|0|0|372
4601|~|longlat|1|1
4602|~|longlat|2|2
4603|~|longlat|3|3|167
4604|~|longlat|4|4
4605|~|longlat|5|5
4606|~|longlat|6|6
4607|~|longlat|7|7
4608|~|longlat|9|665|238
4609|~|longlat|8|130|238
4610|~|longlat|78|1141
4611|~|longlat|77|265
4612|~|longlat|87|1143
4613|~|longlat|130|497|9
4614|~|longlat|97|93
4615|~|longlat|102|160
4616|~|longlat|103|505
4617|~|longlat|104|821
4618|~|longlat|406|1109|77
4619|~|longlat|134|303
4620|~|longlat|407|1144|155
4621|~|longlat|106|521
4622|~|longlat|107|522
4623|~|longlat|108|1145
4624|~|longlat|109|1070
4625|~|longlat|110|525
4626|~|longlat|124|539
4627|~|longlat|111|1146
4628|~|longlat|112|527
4629|~|longlat|113|528
4630|~|longlat|114|529|160
4631|~|longlat|115|530|91
4632|~|longlat|116|531
4633|~|longlat|117|532
4634|~|longlat|118|533
4635|~|longlat|119|534|61
4636|~|longlat|408|1147
4637|~|longlat|409|1148
4638|~|longlat|121|536
4639|~|longlat|122|537
4640|~|longlat|123|538
4641|~|longlat|125|1149
4642|~|longlat|126|542
4643|~|longlat|127|543
4644|~|longlat|128|544
4645|~|longlat|120|535|70
4646|~|longlat|129|545
4647|~UTM zone 32N (zE-N)|tmerc 0 9 .9996 32500000 0|59|1150
4652|~3-degree Gauss-Kruger zone 25|tmerc 0 75 1 25500000 0|404|277|3
4653|~3-degree Gauss-Kruger zone 26|tmerc 0 78 1 26500000 0|404|278|3
4654|~3-degree Gauss-Kruger zone 27|tmerc 0 81 1 27500000 0|404|279|3
4655|~3-degree Gauss-Kruger zone 28|tmerc 0 84 1 28500000 0|404|280|3
4656|~3-degree Gauss-Kruger zone 29|tmerc 0 87 1 29500000 0|404|281|3
4657|~|longlat|410|1151
4658|~|longlat|137|1151
4659|~|longlat|138|592
4660|~|longlat|139|593
4661|~|longlat|140|594
4662|~|longlat|141|533
4663|~|longlat|142|160|555
4664|~|longlat|143|159
4665|~|longlat|144|158
4666|~|longlat|411|914
4667|~|longlat|412|1152
4668|~|longlat|413|1067
4669|~|longlat|92|426
4670|~|longlat|145|1089
4671|~|longlat|414|1117|335
4672|~|longlat|415|915
4673|~|longlat|416|915
4674|~|longlat|417|1153
4675|~|longlat|418|1154|151
4676|~|longlat|419|1155
4677|~|longlat|420|1155
4678|~|longlat|421|1155
4679|~|longlat|422|1156
4680|~|longlat|423|1157|530
4681|~|longlat|151|1158|274
4682|~|longlat|152|1159
4683|~|longlat|156|1160
4684|~|longlat|424|1161
4685|~|longlat|425|1162|35
4686|~|longlat|155|1163
4687|~|longlat|169|1164
4688|~|longlat|173|790
4689|~|longlat|172|789|233
4690|~|longlat|174|791
4691|~|longlat|175|792
4692|~|longlat|176|793
4693|~|longlat|177|794
4694|~|longlat|426|1033
4695|~|longlat|178|799|275
4696|~|longlat|179|1165|85
4697|~|longlat|180|1166|83
4698|~|longlat|183|530
4699|~|longlat|184|817
4700|~|longlat|193|1167|274
4701|~|longlat|185|819
4702|~|longlat|186|1158
4703|~|longlat|427|826|71
4704|~|longlat|187|826|19
4705|~|longlat|188|827
4706|~|longlat|189|828
4707|~|longlat|428|1168
4708|~|longlat|429|1169
4709|~|longlat|430|1170
4710|~|longlat|431|1171
4711|~|longlat|432|322
4712|~|longlat|433|1172
4713|~|longlat|434|1173|53
4714|~|longlat|435|1174
4715|~|longlat|436|1175
4716|~|longlat|437|1176
4717|~|longlat|438|1177
4718|~|longlat|439|1178|772
4719|~|longlat|440|1179
4720|~|longlat|160|655
4721|~|longlat|159|1180
4722|~|longlat|441|913
4723|~|longlat|190|829
4724|~|longlat|442|1181
4725|~|longlat|443|1182
4726|~|longlat|191|830
4727|~|longlat|444|1183
4728|~|longlat|445|1184
4729|~|longlat|218|926
4730|~|longlat|446|1185
4731|~|longlat|447|652|208
4732|~|longlat|448|1186
4733|~|longlat|449|1187
4734|~|longlat|450|1188
4735|~|longlat|451|1189
4736|~|longlat|452|1190
4737|~|longlat|453|1191
4738|~|longlat|192|265|207
4739|~|longlat|454|265
4740|~|longlat|455|928|4
4741|~|longlat|195|833
4742|~|longlat|196|1192
4743|~|longlat|197|955
4744|~|longlat|198|850|177
4745|~|longlat|200|1193|246
4746|~|longlat|199|1194|235
4747|~|longlat|167|1106
4748|~|longlat|157|651
4749|~|longlat|162|535
4750|~|longlat|163|534
4751|~|longlat|164|1195
4752|~|longlat|158|652
4753|~|longlat|456|833|77
4754|~|longlat|166|674
4755|~|longlat|457|1196
4756|~|longlat|201|1020
4757|~|longlat|204|860
4758|~|longlat|206|1197
4759|~|longlat|208|1198
4760|~|longlat|458|928
4761|~|longlat|213|917
4762|~|longlat|215|921
4763|~|longlat|217|926
4764|~|longlat|228|1199
4765|~|longlat|221|146
4766|~3-degree Gauss-Kruger zone 30|tmerc 0 90 1 30500000 0|404|282|3
4767|~3-degree Gauss-Kruger zone 31|tmerc 0 93 1 31500000 0|404|283|3
4768|~3-degree Gauss-Kruger zone 32|tmerc 0 96 1 32500000 0|404|284|3
4769|~3-degree Gauss-Kruger zone 33|tmerc 0 99 1 33500000 0|404|285|3
4770|~3-degree Gauss-Kruger zone 34|tmerc 0 102 1 34500000 0|404|286|3
4771|~3-degree Gauss-Kruger zone 35|tmerc 0 105 1 35500000 0|404|287|3
4772|~3-degree Gauss-Kruger zone 36|tmerc 0 108 1 36500000 0|404|288|3
4773|~3-degree Gauss-Kruger zone 37|tmerc 0 111 1 37500000 0|404|289|3
4774|~3-degree Gauss-Kruger zone 38|tmerc 0 114 1 38500000 0|404|290|3
4775|~3-degree Gauss-Kruger zone 39|tmerc 0 117 1 39500000 0|404|291|3
4776|~3-degree Gauss-Kruger zone 40|tmerc 0 120 1 40500000 0|404|292|3
4777|~3-degree Gauss-Kruger zone 41|tmerc 0 123 1 41500000 0|404|293|3
4778|~3-degree Gauss-Kruger zone 42|tmerc 0 126 1 42500000 0|404|294|3
4779|~3-degree Gauss-Kruger zone 43|tmerc 0 129 1 43500000 0|404|295|3
4780|~3-degree Gauss-Kruger zone 44|tmerc 0 132 1 44500000 0|404|296|3
4781|~3-degree Gauss-Kruger zone 45|tmerc 0 135 1 45500000 0|404|297|3
4782|~3-degree Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|404|277|3
4783|~3-degree Gauss-Kruger CM 78E|tmerc 0 78 1 500000 0|404|278|3
4784|~3-degree Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|404|279|3
4785|~3-degree Gauss-Kruger CM 84E|tmerc 0 84 1 500000 0|404|280|3
4786|~3-degree Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|404|281|3
4787|~3-degree Gauss-Kruger CM 90E|tmerc 0 90 1 500000 0|404|282|3
4788|~3-degree Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|404|283|3
4789|~3-degree Gauss-Kruger CM 96E|tmerc 0 96 1 500000 0|404|284|3
4790|~3-degree Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|404|285|3
4791|~3-degree Gauss-Kruger CM 102E|tmerc 0 102 1 500000 0|404|286|3
4792|~3-degree Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|404|287|3
4793|~3-degree Gauss-Kruger CM 108E|tmerc 0 108 1 500000 0|404|288|3
4794|~3-degree Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|404|289|3
4795|~3-degree Gauss-Kruger CM 114E|tmerc 0 114 1 500000 0|404|290|3
4796|~3-degree Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|404|291|3
4797|~3-degree Gauss-Kruger CM 120E|tmerc 0 120 1 500000 0|404|292|3
4798|~3-degree Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|404|293|3
4799|~3-degree Gauss-Kruger CM 126E|tmerc 0 126 1 500000 0|404|294|3
4800|~3-degree Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|404|295|3
4801|~|longlat|459|52
4802|~|longlat|460|1200
4803|~|longlat|461|914
4804|~|longlat|462|547
4805|~|longlat|463|1201|142
4806|~|longlat|464|1089|88
4808|~|longlat|465|1100|10
4809|~|longlat|466|865|90
4812|~3-degree Gauss-Kruger CM 132E|tmerc 0 132 1 500000 0|404|296|3
4813|~|longlat|467|546
4814|~|longlat|468|1119|61
4815|~|longlat|469|94|170
4817|~|longlat|470|1095
4818|~|longlat|471|1025|162
4820|~|longlat|99|497
4822|~3-degree Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|404|297|3
4823|~|longlat|472|1202|1
4824|~|longlat|473|1203|6
4826|~Cape Verde National|lcc 15.8333333333333 -24 15 16.6666666666667 161587.83 128511.202|70|1204
4839|~LCC Germany (N-E)|lcc 51 10.5 48.6666666666667 53.6666666666667 0 0|59|1205
4855|~NTM zone 5|tmerc 0 5.5 1 100000 1000000|59|1206
4856|~NTM zone 6|tmerc 0 6.5 1 100000 1000000|59|1207
4857|~NTM zone 7|tmerc 0 7.5 1 100000 1000000|59|1208
4858|~NTM zone 8|tmerc 0 8.5 1 100000 1000000|59|1209
4859|~NTM zone 9|tmerc 0 9.5 1 100000 1000000|59|1210
4860|~NTM zone 10|tmerc 0 10.5 1 100000 1000000|59|1211
4861|~NTM zone 11|tmerc 0 11.5 1 100000 1000000|59|1212
4862|~NTM zone 12|tmerc 0 12.5 1 100000 1000000|59|1213
4863|~NTM zone 13|tmerc 0 13.5 1 100000 1000000|59|1214
4864|~NTM zone 14|tmerc 0 14.5 1 100000 1000000|59|1215
4865|~NTM zone 15|tmerc 0 15.5 1 100000 1000000|59|1216
4866|~NTM zone 16|tmerc 0 16.5 1 100000 1000000|59|1217
4867|~NTM zone 17|tmerc 0 17.5 1 100000 1000000|59|1218
4868|~NTM zone 18|tmerc 0 18.5 1 100000 1000000|59|1219
4869|~NTM zone 19|tmerc 0 19.5 1 100000 1000000|59|1220
4870|~NTM zone 20|tmerc 0 20.5 1 100000 1000000|59|1221
4871|~NTM zone 21|tmerc 0 21.5 1 100000 1000000|59|1222
4872|~NTM zone 22|tmerc 0 22.5 1 100000 1000000|59|1223
4873|~NTM zone 23|tmerc 0 23.5 1 100000 1000000|59|1224
4874|~NTM zone 24|tmerc 0 24.5 1 100000 1000000|59|1225
4875|~NTM zone 25|tmerc 0 25.5 1 100000 1000000|59|1226
4876|~NTM zone 26|tmerc 0 26.5 1 100000 1000000|59|1227
4877|~NTM zone 27|tmerc 0 27.5 1 100000 1000000|59|1228
4878|~NTM zone 28|tmerc 0 28.5 1 100000 1000000|59|1229
4879|~NTM zone 29|tmerc 0 29.5 1 100000 1000000|59|1230
4880|~NTM zone 30|tmerc 0 30.5 1 100000 1000000|59|1231
4903|~|longlat|19|58|256
4904|~|longlat|474|914
5013|~|longlat|475|1232
5014|~UTM zone 25N|utm 25|475|1233
5015|~UTM zone 26N|utm 26|475|1234
5016|~UTM zone 28N|utm 28|475|1235
5018|~Portuguese Grid New|tmerc 39.6666666666667 -8.13190611111111 1 0 0|308|914
5041|~UPS North (E,N)|stere 90 0 2000000 2000000 k=.994|70|859
5042|~UPS South (E,N)|stere -90 0 2000000 2000000 k=.994|70|569
5048|~TM35FIN(N,E)|utm 35|59|597
5069|~Conus Albers|aea 23 -96 29.5 45.5 0 0|148|1236|19
5070|~Conus Albers|aea 23 -96 29.5 45.5 0 0|64|1236
5071|~Conus Albers|aea 23 -96 29.5 45.5 0 0|95|1236
5072|~Conus Albers|aea 23 -96 29.5 45.5 0 0|208|1236
5105|~NTM zone 5|tmerc 58 5.5 1 100000 1000000|59|1206
5106|~NTM zone 6|tmerc 58 6.5 1 100000 1000000|59|1207
5107|~NTM zone 7|tmerc 58 7.5 1 100000 1000000|59|1208
5108|~NTM zone 8|tmerc 58 8.5 1 100000 1000000|59|1209
5109|~NTM zone 9|tmerc 58 9.5 1 100000 1000000|59|1210
5110|~NTM zone 10|tmerc 58 10.5 1 100000 1000000|59|1211
5111|~NTM zone 11|tmerc 58 11.5 1 100000 1000000|59|1212
5112|~NTM zone 12|tmerc 58 12.5 1 100000 1000000|59|1213
5113|~NTM zone 13|tmerc 58 13.5 1 100000 1000000|59|1214
5114|~NTM zone 14|tmerc 58 14.5 1 100000 1000000|59|1215
5115|~NTM zone 15|tmerc 58 15.5 1 100000 1000000|59|1216
5116|~NTM zone 16|tmerc 58 16.5 1 100000 1000000|59|1217
5117|~NTM zone 17|tmerc 58 17.5 1 100000 1000000|59|1218
5118|~NTM zone 18|tmerc 58 18.5 1 100000 1000000|59|1219
5119|~NTM zone 19|tmerc 58 19.5 1 100000 1000000|59|1220
5120|~NTM zone 20|tmerc 58 20.5 1 100000 1000000|59|1221
5121|~NTM zone 21|tmerc 58 21.5 1 100000 1000000|59|1222
5122|~NTM zone 22|tmerc 58 22.5 1 100000 1000000|59|1223
5123|~NTM zone 23|tmerc 58 23.5 1 100000 1000000|59|1224
5124|~NTM zone 24|tmerc 58 24.5 1 100000 1000000|59|1225
5125|~NTM zone 25|tmerc 58 25.5 1 100000 1000000|59|1226
5126|~NTM zone 26|tmerc 58 26.5 1 100000 1000000|59|1227
5127|~NTM zone 27|tmerc 58 27.5 1 100000 1000000|59|1228
5128|~NTM zone 28|tmerc 58 28.5 1 100000 1000000|59|1229
5129|~NTM zone 29|tmerc 58 29.5 1 100000 1000000|59|1230
5130|~NTM zone 30|tmerc 58 30.5 1 100000 1000000|59|1231
5132|~|longlat|476|1115|277
5167|~East Sea Belt|tmerc 38 131 1 200000 500000|34|1237
5168|~Central Belt Jeju|tmerc 38 127 1 200000 550000|34|1238
5169|~Korea West Belt|tmerc 38 125 1 200000 500000|476|1239|297
5170|~Korea Central Belt|tmerc 38 127 1 200000 500000|476|1240|302
5171|~Korea East Belt|tmerc 38 129 1 200000 500000|476|1241|282
5172|~Korea East Sea Belt|tmerc 38 131 1 200000 500000|476|1242|246
5173|~Modified West Belt|tmerc 38 125.002890277778 1 200000 500000|34|92
5174|~Modified Central Belt|tmerc 38 127.002890277778 1 200000 500000|34|91
5175|~Modified Central Belt Jeju|tmerc 38 127.002890277778 1 200000 550000|34|1238
5176|~Modified East Belt|tmerc 38 129.002890277778 1 200000 500000|34|90
5177|~Modified East Sea Belt|tmerc 38 131.002890277778 1 200000 500000|34|1237
5178|~Unified CS|tmerc 38 127.5 .9996 1000000 2000000|34|1028
5179|~Unified CS|tmerc 38 127.5 .9996 1000000 2000000|453|1191
5180|~West Belt|tmerc 38 125 1 200000 500000|453|92
5181|~Central Belt|tmerc 38 127 1 200000 500000|453|91
5182|~Central Belt Jeju|tmerc 38 127 1 200000 550000|453|1238
5183|~East Belt|tmerc 38 129 1 200000 500000|453|90
5184|~East Sea Belt|tmerc 38 131 1 200000 500000|453|1237
5185|~West Belt 2010|tmerc 38 125 1 200000 600000|453|92
5186|~Central Belt 2010|tmerc 38 127 1 200000 600000|453|1243
5187|~East Belt 2010|tmerc 38 129 1 200000 600000|453|90
5188|~East Sea Belt 2010|tmerc 38 131 1 200000 600000|453|1237
5221|~Krovak East North|krovak 49.5 42.5 30.2881397527778 .9999 0 0|477|1025|162
5223|~Gabon TM|tmerc 0 12 .9996 500000 500000|70|1244
5228|~|longlat|478|1245
5229|~|longlat|479|1245
5233|~|longlat|480|1074
5234|~Sri Lanka Grid|tmerc 7.00048027777778 80.7717111111111 .9999238418 200000 200000|338|1074
5235|~Sri Lanka Grid 1999|tmerc 7.00047152777778 80.7717130833333 .9999238418 500000 500000|480|1074
5243|~LCC Germany (E-N)|lcc 51 10.5 48.6666666666667 53.6666666666667 0 0|59|1205
5246|~|longlat|481|1246
5247|~Brunei BRSO|omerc 4 115 53.31580995 53.1301023611111 .99984 0 0 +no_uoff|481|1246
5252|~|longlat|482|1247
5253|~TM27|tmerc 0 27 1 500000 0|482|173
5254|~TM30|tmerc 0 30 1 500000 0|482|174
5255|~TM33|tmerc 0 33 1 500000 0|482|175
5256|~TM36|tmerc 0 36 1 500000 0|482|176
5257|~TM39|tmerc 0 39 1 500000 0|482|177
5258|~TM42|tmerc 0 42 1 500000 0|482|178
5259|~TM45|tmerc 0 45 1 500000 0|482|179
5264|~|longlat|483|1248
5266|~Bhutan National Grid|tmerc 0 90 1 250000 0|483|1248
5269|~3-degree Gauss-Kruger zone 9|tmerc 0 27 1 9500000 0|482|173
5270|~3-degree Gauss-Kruger zone 10|tmerc 0 30 1 10500000 0|482|174
5271|~3-degree Gauss-Kruger zone 11|tmerc 0 33 1 11500000 0|482|175
5272|~3-degree Gauss-Kruger zone 12|tmerc 0 36 1 12500000 0|482|176
5273|~3-degree Gauss-Kruger zone 13|tmerc 0 39 1 13500000 0|482|177
5274|~3-degree Gauss-Kruger zone 14|tmerc 0 42 1 14500000 0|482|178
5275|~3-degree Gauss-Kruger zone 15|tmerc 0 45 1 15500000 0|482|179
5292|~Bumthang TM|tmerc 0 90.7333333333333 1 250000 -2500000|483|1249
5293|~Chhukha TM|tmerc 0 89.55 1 250000 -2500000|483|1250
5294|~Dagana TM|tmerc 0 89.85 1 250000 -2500000|483|1251
5295|~Gasa TM|tmerc 0 90.0333333333333 1 250000 -2500000|483|1252
5296|~Ha TM|tmerc 0 90.15 1 250000 -2500000|483|1253
5297|~Lhuentse TM|tmerc 0 91.1333333333333 1 250000 -2500000|483|1254
5298|~Mongar TM|tmerc 0 91.2333333333333 1 250000 -2500000|483|1255
5299|~Paro TM|tmerc 0 89.35 1 250000 -2500000|483|1256
5300|~Pemagatshel TM|tmerc 0 91.35 1 250000 -2500000|483|1257
5301|~Punakha TM|tmerc 0 89.85 1 250000 -2500000|483|1258
5302|~Samdrup Jongkhar TM|tmerc 0 91.5666666666667 1 250000 -2500000|483|1259
5303|~Samtse TM|tmerc 0 89.0666666666667 1 250000 -2500000|483|1260
5304|~Sarpang TM|tmerc 0 90.2666666666667 1 250000 -2500000|483|1261
5305|~Thimphu TM|tmerc 0 89.55 1 250000 -2500000|483|1262
5306|~Trashigang TM|tmerc 0 91.75 1 250000 -2500000|483|1263
5307|~Trongsa TM|tmerc 0 90.5 1 250000 -2500000|483|1264
5308|~Tsirang TM|tmerc 0 90.1666666666667 1 250000 -2500000|483|1265
5309|~Wangdue Phodrang TM|tmerc 0 90.1166666666667 1 250000 -2500000|483|1266
5310|~Yangtse TM|tmerc 0 91.5666666666667 1 250000 -2500000|483|1267
5311|~Zhemgang TM|tmerc 0 90.8666666666667 1 250000 -2500000|483|1268
5316|~Faroe TM|tmerc 0 -7 .999997 200000 -6000000|59|1269
5320|~Teranet Ontario Lambert|lcc 0 -84 44.5 54.5 1000000 0|64|665
5321|~Teranet Ontario Lambert|lcc 0 -84 44.5 54.5 1000000 0|104|665
5324|~|longlat|484|592
5325|~Lambert 2004|lcc 65 -19 64.25 65.75 1700000 300000|484|592
5329|~NEIEZ|merc 3.19228055555556 .997 3900000 900000|99|497
5330|~NEIEZ|merc 3.19228055555556 .997 3900000 900000|467|546
5331|~NEIEZ|merc 3.19228055555556 .997 3900000 900000|462|547
5337|~UTM zone 25S|utm 25 +south|309|1270|242
5340|~|longlat|485|1033
5343|~Argentina 1|tmerc -90 -72 1 1500000 0|485|1271
5344|~Argentina 2|tmerc -90 -69 1 2500000 0|485|1272
5345|~Argentina 3|tmerc -90 -66 1 3500000 0|485|1273
5346|~Argentina 4|tmerc -90 -63 1 4500000 0|485|1274
5347|~Argentina 5|tmerc -90 -60 1 5500000 0|485|1275
5348|~Argentina 6|tmerc -90 -57 1 6500000 0|485|1276
5349|~Argentina 7|tmerc -90 -54 1 7500000 0|485|1277
5354|~|longlat|486|1278
5355|~UTM zone 20S|utm 20 +south|486|1279
5356|~UTM zone 19S|utm 19 +south|486|1280
5357|~UTM zone 21S|utm 21 +south|486|1281
5360|~|longlat|487|1282
5361|~UTM zone 19S|utm 19 +south|487|1283
5362|~UTM zone 18S|utm 18 +south|487|1284
5365|~|longlat|488|1285
5367|~CRTM05|tmerc 0 -84 .9999 500000 0|488|1286
5371|~|longlat|489|1287
5373|~|longlat|490|1288
5381|~|longlat|491|1289
5382|~UTM zone 21S|utm 21 +south|491|1290
5383|~UTM zone 22S|utm 22 +south|491|1291
5387|~UTM zone 18S|utm 18 +south|490|1292
5388|~UTM zone 17S|utm 17|490|1293
5389|~UTM zone 19S|utm 19 +south|490|1294
5393|~|longlat|492|1295
5396|~UTM zone 26S|utm 26 +south|417|1296
5451|~|longlat|493|1297|9
5456|~Costa Rica Norte|lcc 10.4666666666667 -84.3333333333333 10.4666666666667 k_0=.99995696 x_0=500000 y_0=271820.522|494|1298
5457|~Costa Rica Sur|lcc 9 -83.6666666666667 9 k_0=.99995696 x_0=500000 y_0=327987.436|494|1299
5458|Ocotepeque 1935 / Guatemala Norte|lcc 16.8166666666667 -90.3333333333333 16.8166666666667 k_0=.99992226 x_0=500000 y_0=292209.579|495|1300
5459|~Guatemala Sur|lcc 14.9 -90.3333333333333 14.9 k_0=.99989906 x_0=500000 y_0=325992.681|493|1301
5460|~El Salvador Lambert|lcc 13.7833333333333 -89 13.7833333333333 k_0=.99996704 x_0=500000 y_0=295809.184|493|1302
5461|~Nicaragua Norte|lcc 13.8666666666667 -85.5 13.8666666666667 k_0=.99990314 x_0=500000 y_0=359891.816|493|1303
5462|~Nicaragua Sur|lcc 11.7333333333333 -85.5 11.7333333333333 k_0=.99992228 x_0=500000 y_0=288876.327|493|1304|7
5463|~UTM zone 17N|utm 17|496|1305|10
5464|~|longlat|497|1306|173
5466|~Colony Grid|tmerc 17.0612419444444 -88.6318575 1 66220.0283308276 135779.50998853|497|1306|173
5467|~|longlat|498|1307|77
5469|~Panama Lambert|lcc 8.41666666666667 -80 8.41666666666667 k_0=.99989909 x_0=500000 y_0=294865.303|498|1307|77
5472|~Panama Polyconic|poly 8.25 -81 914391.7962 999404.721715486 to_meter=.9143917962|498|1307|77
5479|~MSLC2000|lcc -78 163 -76.6666666666667 -79.3333333333333 7000000 5000000|228|1308
5480|~BCLC2000|lcc -74.5 165 -73.6666666666667 -75.3333333333333 5000000 3000000|228|1309
5481|~PCLC2000|lcc -71.5 166 -70.6666666666667 -72.3333333333333 3000000 1000000|228|1310
5482|~RSPS2000|stere -90 180 5000000 1000000 k=.994|228|1311
5489|~|longlat|499|538
5490|~UTM zone 20N|utm 20|499|1142
5514|~Krovak East North|krovak 49.5 24.8333333333333 30.2881397527778 .9999 0 0|293|1025|12
5518|CI1971 / Chatham Islands Map Grid|tmerc -44 -176.5 1 350000 650000|415|915
5519|CI1979 / Chatham Islands Map Grid|tmerc -44 -176.5 1 350000 650000|416|915
5520|~3-degree Gauss-Kruger zone 1|tmerc 0 3 1 1500000 0|500|1312|62
5523|~Gabon TM 2011|tmerc 0 11.5 .9996 1500000 5500000|70|1090
5524|~|longlat|501|1313|72
5527|~|longlat|502|1314
5530|~Brazil Polyconic|poly 0 -54 5000000 10000000|502|1314
5531|~UTM zone 21S|utm 21 +south|502|1315
5532|SAD69(96) / UTM zone 22S|utm 22 +south|406|1316
5533|~UTM zone 23S|utm 23 +south|502|1317
5534|~UTM zone 24S|utm 24 +south|502|1318
5535|~UTM zone 25S|utm 25 +south|502|1319
5536|~UTM zone 21S|utm 21 +south|501|1320|73
5537|~UTM zone 22S|utm 22 +south|501|1321|72
5538|~UTM zone 23S|utm 23 +south|501|1322|68
5539|~UTM zone 24S|utm 24 +south|501|1323|64
5546|~|longlat|503|1324
5550|~PNGMG94 zone 54|utm 54 +south|503|1325
5551|~PNGMG94 zone 55|utm 55 +south|503|1326
5552|~PNGMG94 zone 56|utm 56 +south|503|1327
5559|~Guatemala Norte|lcc 16.8166666666667 -90.3333333333333 16.8166666666667 k_0=.99992226 x_0=500000 y_0=292209.579|493|1300
5561|~|longlat|504|1328
5562|~Gauss-Kruger zone 4|tmerc 0 21 1 4500000 0|504|1329
5563|~Gauss-Kruger zone 5|tmerc 0 27 1 5500000 0|504|1330
5564|~Gauss-Kruger zone 6|tmerc 0 33 1 6500000 0|504|1331
5565|~Gauss-Kruger zone 7|tmerc 0 39 1 7500000 0|504|1332
5566|~Gauss-Kruger CM 21E|tmerc 0 21 1 500000 0|504|1329
5567|~Gauss-Kruger CM 27E|tmerc 0 27 1 500000 0|504|1330
5568|~Gauss-Kruger CM 33E|tmerc 0 33 1 500000 0|504|1331
5569|~Gauss-Kruger CM 39E|tmerc 0 39 1 500000 0|504|1332
5570|~3-degree Gauss-Kruger zone 7|tmerc 0 21 1 7500000 0|504|1333
5571|~3-degree Gauss-Kruger zone 8|tmerc 0 24 1 8500000 0|504|1334
5572|~3-degree Gauss-Kruger zone 9|tmerc 0 27 1 9500000 0|504|1335
5573|~3-degree Gauss-Kruger zone 10|tmerc 0 30 1 10500000 0|504|1336
5574|~3-degree Gauss-Kruger zone 11|tmerc 0 33 1 11500000 0|504|1337
5575|~3-degree Gauss-Kruger zone 12|tmerc 0 36 1 12500000 0|504|1338
5576|~3-degree Gauss-Kruger zone 13|tmerc 0 39 1 13500000 0|504|1339
5577|~3-degree Gauss-Kruger CM 21E|tmerc 0 21 1 500000 0|504|1333
5578|~3-degree Gauss-Kruger CM 24E|tmerc 0 24 1 500000 0|504|1334
5579|~3-degree Gauss-Kruger CM 27E|tmerc 0 27 1 500000 0|504|1335
5580|~3-degree Gauss-Kruger CM 30E|tmerc 0 30 1 500000 0|504|1336
5581|~3-degree Gauss-Kruger CM 33E|tmerc 0 33 1 500000 0|504|1337
5582|~3-degree Gauss-Kruger CM 36E|tmerc 0 36 1 500000 0|504|1338
5583|~3-degree Gauss-Kruger CM 39E|tmerc 0 39 1 500000 0|504|1339
5588|~New Brunswick Stereographic (NAD27)|sterea 46.5 -66.5 .999912 304800 304800 units=ft|505|34
5589|~Colony Grid|tmerc 17.0612419444444 -88.6318575 1 66220.0283308276 135779.50998853 to_meter=.3047972654|497|1306|173
5593|~|longlat|506|1340
5596|~Fehmarnbelt TM|tmerc 0 11.3333333333333 1 1000000 0|506|1340
5623|~Michigan East|tmerc 41.5 -83.6666666666667 .999942857 152400.30480061 0 units=us-ft|63|1341
5624|~Michigan Old Central|tmerc 41.5 -85.75 .999909091 152400.30480061 0 units=us-ft|63|1342
5625|~Michigan West|tmerc 41.5 -88.75 .999909091 152400.30480061 0 units=us-ft|63|1343
5627|~TM 6 NE|tmerc 0 6 .9996 500000 0|58|1344
5629|~UTM zone 38S|utm 38 +south|136|451
5631|~Gauss-Kruger zone 2 (E-N)|tmerc 0 9 1 2500000 0|226|941|3
5632|~LCC Europe|lcc 52 10 35 65 4000000 2800000|475|1232
5633|~LAEA Europe|laea 52 10 4321000 3210000|475|1232
5634|~LCC Europe|lcc 52 10 35 65 4000000 2800000|280|997
5635|~LAEA Europe|laea 52 10 4321000 3210000|280|997
5636|~LAEA Europe|laea 52 10 4321000 3210000|482|1247
5637|~LCC Europe|lcc 52 10 35 65 4000000 2800000|482|1247
5638|~LAEA Europe|laea 52 10 4321000 3210000|484|592
5639|~LCC Europe|lcc 52 10 35 65 4000000 2800000|484|592
5641|~Brazil Mercator|merc -43 lat_ts=-2 x_0=5000000 y_0=10000000|417|1345
5643|~SPBA LCC|lcc 48 10 52.6666666666667 54.3333333333333 815000 0|325|1346|2
5644|~UTM zone 39S|utm 39 +south|111|1347
5646|~Vermont (ftUS)|tmerc 42.5 -72.5 .999964286 500000.00001016 0 units=us-ft|64|488
5649|~UTM zone 31N (zE-N)|tmerc 0 3 .9996 31500000 0|59|1348
5650|~UTM zone 33N (zE-N)|tmerc 0 15 .9996 33500000 0|59|1349
5651|~UTM zone 31N (N-zE)|tmerc 0 3 .9996 31500000 0|59|1348
5652|~UTM zone 32N (N-zE)|tmerc 0 9 .9996 32500000 0|59|1150
5653|~UTM zone 33N (N-zE)|tmerc 0 15 .9996 33500000 0|59|1349
5654|~Vermont (ftUS)|tmerc 42.5 -72.5 .999964286 500000.00001016 0 units=us-ft|95|488
5655|~Vermont (ftUS)|tmerc 42.5 -72.5 .999964286 500000.00001016 0 units=us-ft|208|488
5659|~TM Emilia-Romagna|tmerc 0 9 .9996 500053 -3999820|133|1350
5663|~Gauss-Kruger zone 3 (E-N)|tmerc 0 15 1 3500000 0|52|354|134
5664|~Gauss-Kruger zone 2 (E-N)|tmerc 0 9 1 2500000 0|49|941
5665|~Gauss-Kruger zone 3 (E-N)|tmerc 0 15 1 3500000 0|80|942|133
5666|~3-degree Gauss-Kruger zone 3 (E-N)|tmerc 0 9 1 3500000 0|199|143|227
5667|~3-degree Gauss-Kruger zone 4 (E-N)|tmerc 0 12 1 4500000 0|199|852|235
5668|~3-degree Gauss-Kruger zone 4 (E-N)|tmerc 0 12 1 4500000 0|200|853|239
5669|~3-degree Gauss-Kruger zone 5 (E-N)|tmerc 0 15 1 5500000 0|200|854|246
5670|~3-degree Gauss-Kruger zone 3 (E-N)|tmerc 0 9 1 3500000 0|226|143|3
5671|~3-degree Gauss-Kruger zone 4 (E-N)|tmerc 0 12 1 4500000 0|226|144|3
5672|~3-degree Gauss-Kruger zone 5 (E-N)|tmerc 0 15 1 5500000 0|52|302|133
5673|~3-degree Gauss-Kruger zone 3 (E-N)|tmerc 0 9 1 3500000 0|49|143
5674|~3-degree Gauss-Kruger zone 4 (E-N)|tmerc 0 12 1 4500000 0|49|144|137
5675|~3-degree Gauss-Kruger zone 5 (E-N)|tmerc 0 15 1 5500000 0|80|302|132
5676|~3-degree Gauss-Kruger zone 2 (E-N)|tmerc 0 6 1 2500000 0|147|1351|2
5677|~3-degree Gauss-Kruger zone 3 (E-N)|tmerc 0 9 1 3500000 0|147|1352|2
5678|~3-degree Gauss-Kruger zone 4 (E-N)|tmerc 0 12 1 4500000 0|147|1353|1
5679|~3-degree Gauss-Kruger zone 5 (E-N)|tmerc 0 15 1 5500000 0|147|1354|1
5680|~3-degree Gauss-Kruger zone 1 (E-N)|tmerc 0 3 1 1500000 0|500|1312|62
5681|~|longlat|507|1205
5682|~3-degree Gauss-Kruger zone 2 (E-N)|tmerc 0 6 1 2500000 0|507|1351
5683|~3-degree Gauss-Kruger zone 3 (E-N)|tmerc 0 9 1 3500000 0|507|1352
5684|~3-degree Gauss-Kruger zone 4 (E-N)|tmerc 0 12 1 4500000 0|507|1355
5685|~3-degree Gauss-Kruger zone 5 (E-N)|tmerc 0 15 1 5500000 0|507|1356
5700|~UTM zone 1S|utm 1 +south|38|1357
5825|~ACT Standard Grid|tmerc -35.3177362777778 149.009294830556 1.000086 200000 600000|508|1358
5836|~UTM zone 37N|utm 37|29|1359
5837|~UTM zone 40N|utm 40|29|1360
5839|~UTM zone 17S|utm 17 +south|490|1293
5842|~TM 12 SE|tmerc 0 12 .9996 500000 10000000|70|1361
5844|~Congo TM zone 30|tmerc 0 30 .9999 500000 10000000|276|1362
5858|~UTM zone 22S|utm 22 +south|502|1316
5875|~UTM zone 18S|utm 18 +south|502|1363
5876|~UTM zone 19S|utm 19 +south|502|1364
5877|~UTM zone 20S|utm 20 +south|502|1365
5879|~UTM zone 38S|utm 38 +south|401|531
5880|~Brazil Polyconic|poly 0 -54 5000000 10000000|417|1314
5886|~|longlat|509|1366
5887|~Tonga Map Grid|tmerc 0 -177 .9996 1500000 5000000|509|1366
5890|JAXA Snow Depth Polar Stereographic North|stere 90 90 0 0 lat_ts=70|203|859
5896|~TM-3 zone 481|tmerc 0 102 .9999 500000 0|201|1367
5897|~TM-3 zone 482|tmerc 0 105 .9999 500000 0|201|1368
5897|~TM-3 zone 482|tmerc 0 105 .9999 500000 0|201|1368
5898|~TM-3 zone 491|tmerc 0 108 .9999 500000 0|201|1369
5898|~TM-3 zone 491|tmerc 0 108 .9999 500000 0|201|1369
5899|~TM-3 107-45|tmerc 0 107.75 .9999 500000 0|201|1370
5921|~EPSG Arctic Regional zone A1|lcc 81.317226 -111 85 77 0 0|70|1371
5922|~EPSG Arctic Regional zone A2|lcc 81.317226 -39 85 77 0 0|70|1372
5923|~EPSG Arctic Regional zone A3|lcc 81.317226 33 85 77 0 0|70|1373
5924|~EPSG Arctic Regional zone A4|lcc 81.317226 105 85 77 0 0|70|1374
5925|~EPSG Arctic Regional zone A5|lcc 81.317226 177 85 77 0 0|70|1375
5926|~EPSG Arctic Regional zone B1|lcc 73.1557408611111 -111 77 69 0 0|70|1376
5927|~EPSG Arctic Regional zone B2|lcc 73.1557408611111 -39 77 69 0 0|70|1377
5928|~EPSG Arctic Regional zone B3|lcc 73.1557408611111 33 77 69 0 0|70|1378
5929|~EPSG Arctic Regional zone B4|lcc 73.1557408611111 105 77 69 0 0|70|1379
5930|~EPSG Arctic Regional zone B5|lcc 73.1557408611111 177 77 69 0 0|70|1380
5931|~EPSG Arctic Regional zone C1|lcc 65.1012708888889 -111 69 61 0 0|70|1381
5932|~EPSG Arctic Regional zone C2|lcc 65.1012708888889 -39 69 61 0 0|70|1382
5933|~EPSG Arctic Regional zone C3|lcc 65.1012708888889 33 69 61 0 0|70|1383
5934|~EPSG Arctic Regional zone C4|lcc 65.1012708888889 105 69 61 0 0|70|1384
5935|~EPSG Arctic Regional zone C5|lcc 65.1012708888889 177 69 61 0 0|70|1385
5936|~EPSG Alaska Polar Stereographic|stere 90 -150 2000000 2000000 k=.994|70|859
5937|~EPSG Canada Polar Stereographic|stere 90 -100 2000000 2000000 k=.994|70|859
5938|~EPSG Greenland Polar Stereographic|stere 90 -33 2000000 2000000 k=.994|70|859
5939|~EPSG Norway Polar Stereographic|stere 90 18 2000000 2000000 k=.994|70|859
5940|~EPSG Russia Polar Stereographic|stere 90 105 2000000 2000000 k=.994|70|859
6050|~EPSG Arctic zone 1-25|lcc 85.4371183333333 -30 87 83.6666666666667 25500000 1500000|167|1386
6051|~EPSG Arctic zone 2-18|lcc 82.0584248888889 -52 83.6666666666667 80.3333333333333 18500000 2500000|167|1387
6052|~EPSG Arctic zone 2-20|lcc 82.0584248888889 -12 83.6666666666667 80.3333333333333 20500000 2500000|167|1388
6053|~EPSG Arctic zone 3-29|lcc 78.7073375277778 -69 80.3333333333333 77 29500000 3500000|167|1389
6054|~EPSG Arctic zone 3-31|lcc 78.7073375277778 -39 80.3333333333333 77 31500000 3500000|167|1390
6055|~EPSG Arctic zone 3-33|lcc 78.7073375277778 -10 80.3333333333333 77 33500000 3500000|167|1391
6056|~EPSG Arctic zone 4-20|lcc 75.3644033055556 -64 77 73.6666666666667 20500000 4500000|167|1392
6057|~EPSG Arctic zone 4-22|lcc 75.3644033055556 -39 77 73.6666666666667 22500000 4500000|167|1393
6058|~EPSG Arctic zone 4-24|lcc 75.3644033055556 -14 77 73.6666666666667 24500000 4500000|167|1394
6059|~EPSG Arctic zone 5-41|lcc 72.0250091944445 -62 73.6666666666667 70.3333333333333 41500000 5500000|167|1395
6060|~EPSG Arctic zone 5-43|lcc 72.0250091944445 -42 73.6666666666667 70.3333333333333 43500000 5500000|167|1396
6061|~EPSG Arctic zone 5-45|lcc 72.0250091944445 -22 73.6666666666667 70.3333333333333 45500000 5500000|167|1397
6062|~EPSG Arctic zone 6-26|lcc 68.6874755555556 -56 70.3333333333333 67 26500000 6500000|167|1398
6063|~EPSG Arctic zone 6-28|lcc 68.6874755555556 -38 70.3333333333333 67 28500000 6500000|167|1399
6064|~EPSG Arctic zone 6-30|lcc 68.6874755555556 -20 70.3333333333333 67 30500000 6500000|167|1400
6065|~EPSG Arctic zone 7-11|lcc 65.3510393055555 -51 67 63.6666666666667 11500000 7500000|167|1401
6066|~EPSG Arctic zone 7-13|lcc 65.3510393055555 -34 67 63.6666666666667 13500000 7500000|167|1402
6067|~EPSG Arctic zone 8-20|lcc 62.0153068888889 -52 63.6666666666667 60.3333333333333 20500000 8500000|167|1403
6068|~EPSG Arctic zone 8-22|lcc 62.0153068888889 -37 63.6666666666667 60.3333333333333 22500000 8500000|167|1404
6069|~EPSG Arctic zone 2-22|lcc 82.0584248888889 16 83.6666666666667 80.3333333333333 22500000 2500000|59|1405
6070|~EPSG Arctic zone 3-11|lcc 78.7073375277778 21 80.3333333333333 77 11500000 3500000|59|1406
6071|~EPSG Arctic zone 4-26|lcc 75.3644033055556 10 77 73.6666666666667 26500000 4500000|59|1407
6072|~EPSG Arctic zone 4-28|lcc 75.3644033055556 34 77 73.6666666666667 28500000 4500000|59|1408
6073|~EPSG Arctic zone 5-11|lcc 72.0250091944445 14 73.6666666666667 70.3333333333333 11500000 5500000|59|1409
6074|~EPSG Arctic zone 5-13|lcc 72.0250091944445 34 73.6666666666667 70.3333333333333 13500000 5500000|59|1410
6075|~EPSG Arctic zone 2-24|lcc 82.0584248888889 53 83.6666666666667 80.3333333333333 24500000 2500000|70|1411
6076|~EPSG Arctic zone 2-26|lcc 82.0584248888889 93 83.6666666666667 80.3333333333333 26500000 2500000|70|1412
6077|~EPSG Arctic zone 3-13|lcc 78.7073375277778 52 80.3333333333333 77 13500000 3500000|70|1413
6078|~EPSG Arctic zone 3-15|lcc 78.7073375277778 83 80.3333333333333 77 15500000 3500000|70|1414
6079|~EPSG Arctic zone 3-17|lcc 78.7073375277778 114 80.3333333333333 77 17500000 3500000|70|1415
6080|~EPSG Arctic zone 3-19|lcc 78.7073375277778 145 80.3333333333333 77 19500000 3500000|70|1416
6081|~EPSG Arctic zone 4-30|lcc 75.3644033055556 58 77 73.6666666666667 30500000 4500000|70|1417
6082|~EPSG Arctic zone 4-32|lcc 75.3644033055556 82 77 73.6666666666667 32500000 4500000|70|1418
6083|~EPSG Arctic zone 4-34|lcc 75.3644033055556 106 77 73.6666666666667 34500000 4500000|70|1419
6084|~EPSG Arctic zone 4-36|lcc 75.3644033055556 130 77 73.6666666666667 36500000 4500000|70|1420
6085|~EPSG Arctic zone 4-38|lcc 75.3644033055556 154 77 73.6666666666667 38500000 4500000|70|1421
6086|~EPSG Arctic zone 4-40|lcc 75.3644033055556 179 77 73.6666666666667 40500000 4500000|70|1422
6087|~EPSG Arctic zone 5-15|lcc 72.0250091944445 54 73.6666666666667 70.3333333333333 15500000 5500000|70|1423
6088|~EPSG Arctic zone 5-17|lcc 72.0250091944445 74 73.6666666666667 70.3333333333333 17500000 5500000|70|1424
6089|~EPSG Arctic zone 5-19|lcc 72.0250091944445 95 73.6666666666667 70.3333333333333 19500000 5500000|70|1425
6090|~EPSG Arctic zone 5-21|lcc 72.0250091944445 116 73.6666666666667 70.3333333333333 21500000 5500000|70|1426
6091|~EPSG Arctic zone 5-23|lcc 72.0250091944445 137 73.6666666666667 70.3333333333333 23500000 5500000|70|1427
6092|~EPSG Arctic zone 5-25|lcc 72.0250091944445 158 73.6666666666667 70.3333333333333 25500000 5500000|70|1428
6093|~EPSG Arctic zone 5-27|lcc 72.0250091944445 179 73.6666666666667 70.3333333333333 27500000 5500000|70|1429
6094|~EPSG Arctic zone 5-29|lcc 72.0250091944445 -163 73.6666666666667 70.3333333333333 29500000 5500000|208|1430
6095|~EPSG Arctic zone 5-31|lcc 72.0250091944445 -147 73.6666666666667 70.3333333333333 31500000 5500000|208|1431
6096|~EPSG Arctic zone 6-14|lcc 68.6874755555556 -165 70.3333333333333 67 14500000 6500000|208|1432
6097|~EPSG Arctic zone 6-16|lcc 68.6874755555556 -147 70.3333333333333 67 16500000 6500000|208|1433
6098|~EPSG Arctic zone 1-23|lcc 85.4371183333333 -90 87 83.6666666666667 23500000 1500000|104|1434
6099|~EPSG Arctic zone 2-14|lcc 82.0584248888889 -115 83.6666666666667 80.3333333333333 14500000 2500000|104|1435
6100|~EPSG Arctic zone 2-16|lcc 82.0584248888889 -75 83.6666666666667 80.3333333333333 16500000 2500000|104|1436
6101|~EPSG Arctic zone 3-25|lcc 78.7073375277778 -129 80.3333333333333 77 25500000 3500000|104|1437
6102|~EPSG Arctic zone 3-27|lcc 78.7073375277778 -99 80.3333333333333 77 27500000 3500000|104|1438
6103|~EPSG Arctic zone 3-29|lcc 78.7073375277778 -69 80.3333333333333 77 29500000 3500000|104|1439
6104|~EPSG Arctic zone 4-14|lcc 75.3644033055556 -129 77 73.6666666666667 14500000 4500000|104|1440
6105|~EPSG Arctic zone 4-16|lcc 75.3644033055556 -104 77 73.6666666666667 16500000 4500000|104|1441
6106|~EPSG Arctic zone 4-18|lcc 75.3644033055556 -79 77 73.6666666666667 18500000 4500000|104|1442
6107|~EPSG Arctic zone 5-33|lcc 72.0250091944445 -131 73.6666666666667 70.3333333333333 33500000 5500000|104|1443
6108|~EPSG Arctic zone 5-35|lcc 72.0250091944445 -111 73.6666666666667 70.3333333333333 35500000 5500000|104|1444
6109|~EPSG Arctic zone 5-37|lcc 72.0250091944445 -91 73.6666666666667 70.3333333333333 37500000 5500000|104|1445
6110|~EPSG Arctic zone 5-39|lcc 72.0250091944445 -71 73.6666666666667 70.3333333333333 39500000 5500000|104|1446
6111|~EPSG Arctic zone 6-18|lcc 68.6874755555556 -132 70.3333333333333 67 18500000 6500000|104|1447
6112|~EPSG Arctic zone 6-20|lcc 68.6874755555556 -113 70.3333333333333 67 20500000 6500000|104|1448
6113|~EPSG Arctic zone 6-22|lcc 68.6874755555556 -94 70.3333333333333 67 22500000 6500000|104|1449
6114|~EPSG Arctic zone 6-24|lcc 68.6874755555556 -75 70.3333333333333 67 24500000 6500000|104|1450
6115|~EPSG Arctic zone 1-27|lcc 85.4371183333333 30 87 83.6666666666667 27500000 1500000|70|1451
6116|~EPSG Arctic zone 1-29|lcc 85.4371183333333 90 87 83.6666666666667 29500000 1500000|70|1452
6117|~EPSG Arctic zone 1-31|lcc 85.4371183333333 150 87 83.6666666666667 31500000 1500000|70|1453
6118|~EPSG Arctic zone 1-21|lcc 85.4371183333333 -150 87 83.6666666666667 21500000 1500000|70|1454
6119|~EPSG Arctic zone 2-28|lcc 82.0584248888889 133 83.6666666666667 80.3333333333333 28500000 2500000|70|1455
6120|~EPSG Arctic zone 2-10|lcc 82.0584248888889 166 83.6666666666667 80.3333333333333 10500000 2500000|70|1456
6121|~EPSG Arctic zone 2-12|lcc 82.0584248888889 -154 83.6666666666667 80.3333333333333 12500000 2500000|70|1457
6122|~EPSG Arctic zone 3-21|lcc 78.7073375277778 176 80.3333333333333 77 21500000 3500000|70|1458
6123|~EPSG Arctic zone 3-23|lcc 78.7073375277778 -153 80.3333333333333 77 23500000 3500000|70|1459
6124|~EPSG Arctic zone 4-12|lcc 75.3644033055556 -155 77 73.6666666666667 12500000 4500000|70|1460
6125|~EPSG Arctic zone 5-47|lcc 72.0250091944445 -5 73.6666666666667 70.3333333333333 47500000 5500000|59|1461
6128|Grand Cayman National Grid 1959|tmerc 0 -81 .9996 499999.999998 0 units=ft|190|829
6129|Sister Islands National Grid 1961|tmerc 0 -81 .9996 499999.999998 0 units=ft|191|830
6135|~|longlat|510|1462
6141|Cayman Islands National Grid 2011|lcc 19.3333333333333 80.5666666666667 19.3333333333333 19.7 899160 579120 units=ft|510|1462
6200|~Michigan North|lcc 45.45 -87 45.4833333333333 47.0833333333333 609601.219202438 0 k_0=1.0000382 units=us-ft|63|214|1
6201|~Michigan Central|lcc 43.3166666666667 -84.3333333333333 44.1833333333333 45.7 609601.219202438 0 k_0=1.0000382 units=us-ft|63|215
6202|~Michigan South|lcc 41.5 -84.3333333333333 42.1 43.6666666666667 609601.219202438 0 k_0=1.0000382 units=us-ft|63|216
6204|Macedonia State Coordinate System|tmerc 0 21 .9999 500000 0|511|1463|1621
6207|~|longlat|512|1464
6210|~UTM zone 23N|utm 23|417|1465
6211|~UTM zone 24N|utm 24|417|1466
6307|~Puerto Rico and Virgin Is.|lcc 17.8333333333333 -66.4333333333333 18.4333333333333 18.0333333333333 200000 200000|513|495
6311|~|longlat|514|1467
6312|~Cyprus Local Transverse Mercator|tmerc 0 33 .99995 200000 -3500000|514|1467
6316|~Balkans zone 7|tmerc 0 21 .9999 7500000 0|233|959
6316|~Balkans zone 7|tmerc 0 21 .9999 7500000 0|233|959
6318|~|longlat|515|1198
6322|~|longlat|516|1468
6325|~|longlat|517|1469
6328|~UTM zone 59N|utm 59|515|831
6329|~UTM zone 60N|utm 60|515|832
6330|~UTM zone 1N|utm 1|515|883
6331|~UTM zone 2N|utm 2|515|884
6332|~UTM zone 3N|utm 3|515|885
6333|~UTM zone 4N|utm 4|515|886
6334|~UTM zone 5N|utm 5|515|887
6335|~UTM zone 6N|utm 6|515|888
6336|~UTM zone 7N|utm 7|515|889
6337|~UTM zone 8N|utm 8|515|890
6338|~UTM zone 9N|utm 9|515|891
6339|~UTM zone 10N|utm 10|515|892
6340|~UTM zone 11N|utm 11|515|893
6341|~UTM zone 12N|utm 12|515|894
6342|~UTM zone 13N|utm 13|515|895
6343|~UTM zone 14N|utm 14|515|896
6344|~UTM zone 15N|utm 15|515|897
6345|~UTM zone 16N|utm 16|515|898
6346|~UTM zone 17N|utm 17|515|899
6347|~UTM zone 18N|utm 18|515|900
6348|~UTM zone 19N|utm 19|515|901
6350|~Conus Albers|aea 23 -96 29.5 45.5 0 0|515|1236
6351|~EPSG Arctic zone 5-29|lcc 72.0250091944445 -163 73.6666666666667 70.3333333333333 29500000 5500000|515|1430
6352|~EPSG Arctic zone 5-31|lcc 72.0250091944445 -147 73.6666666666667 70.3333333333333 31500000 5500000|515|1431
6353|~EPSG Arctic zone 6-14|lcc 68.6874755555556 -165 70.3333333333333 67 14500000 6500000|515|1432
6354|~EPSG Arctic zone 6-16|lcc 68.6874755555556 -147 70.3333333333333 67 16500000 6500000|515|1433
6355|~Alabama East|tmerc 30.5 -85.8333333333333 .99996 200000 0|515|452
6356|~Alabama West|tmerc 30 -87.5 .999933333 600000 0|515|453
6362|~LCC|lcc 12 -102 17.5 29.5 2500000 0|402|1129
6365|~|longlat|518|1129
6366|~UTM zone 11N|utm 11|518|1130
6367|~UTM zone 12N|utm 12|518|1131
6368|~UTM zone 13N|utm 13|518|1132
6369|~UTM zone 14N|utm 14|518|1133
6370|~UTM zone 15N|utm 15|518|1134
6371|~UTM zone 16N|utm 16|518|1135
6372|~LCC|lcc 12 -102 17.5 29.5 2500000 0|518|1129
6381|~Ukraine TM zone 7|tmerc 0 21 1 300000 0|504|1333
6382|~Ukraine TM zone 8|tmerc 0 24 1 300000 0|504|1334
6383|~Ukraine TM zone 9|tmerc 0 27 1 300000 0|504|1335
6384|~Ukraine TM zone 10|tmerc 0 30 1 300000 0|504|1336
6385|~Ukraine TM zone 11|tmerc 0 33 1 300000 0|504|1337
6386|~Ukraine TM zone 12|tmerc 0 36 1 300000 0|504|1338
6387|~Ukraine TM zone 13|tmerc 0 39 1 300000 0|504|1339
6391|Cayman Islands National Grid 2011|lcc 19.3333333333333 -80.5666666666667 19.3333333333333 19.7 899160 579120 units=ft|510|1462
6393|~Alaska Albers|aea 50 -154 55 65 0 0|515|520
6394|~Alaska zone 1|omerc 57 -133.666666666667 323.130102361111 323.130102361111 .9999 5000000 -5000000 +no_uoff|515|870
6395|~Alaska zone 2|tmerc 54 -142 .9999 500000 0|515|871
6396|~Alaska zone 3|tmerc 54 -146 .9999 500000 0|515|872
6397|~Alaska zone 4|tmerc 54 -150 .9999 500000 0|515|873
6398|~Alaska zone 5|tmerc 54 -154 .9999 500000 0|515|874
6399|~Alaska zone 6|tmerc 54 -158 .9999 500000 0|515|875
6400|~Alaska zone 7|tmerc 54 -162 .9999 500000 0|515|876
6401|~Alaska zone 8|tmerc 54 -166 .9999 500000 0|515|877
6402|~Alaska zone 9|tmerc 54 -170 .9999 500000 0|515|878
6403|~Alaska zone 10|lcc 51 -176 53.8333333333333 51.8333333333333 1000000 0|515|879
6404|~Arizona Central|tmerc 31 -111.916666666667 .9999 213360 0|515|187
6405|~Arizona Central (ft)|tmerc 31 -111.916666666667 .9999 213360 0 units=ft|515|187
6406|~Arizona East|tmerc 31 -110.166666666667 .9999 213360 0|515|186
6407|~Arizona East (ft)|tmerc 31 -110.166666666667 .9999 213360 0 units=ft|515|186
6408|~Arizona West|tmerc 31 -113.75 .999933333 213360 0|515|188
6409|~Arizona West (ft)|tmerc 31 -113.75 .999933333 213360 0 units=ft|515|188
6410|~Arkansas North|lcc 34.3333333333333 -92 36.2333333333333 34.9333333333333 400000 0|515|454
6411|~Arkansas North (ftUS)|lcc 34.3333333333333 -92 36.2333333333333 34.9333333333333 399999.99998984 0 units=us-ft|515|454
6412|~Arkansas South|lcc 32.6666666666667 -92 34.7666666666667 33.3 400000 400000|515|455
6413|~Arkansas South (ftUS)|lcc 32.6666666666667 -92 34.7666666666667 33.3 399999.99998984 399999.99998984 units=us-ft|515|455
6414|~California Albers|aea 0 -120 34 40.5 0 -4000000|515|796
6415|~California zone 1|lcc 39.3333333333333 -122 41.6666666666667 40 2000000 500000|515|189
6416|~California zone 1 (ftUS)|lcc 39.3333333333333 -122 41.6666666666667 40 2000000.0001016 500000.0001016 units=us-ft|515|189
6417|~California zone 2|lcc 37.6666666666667 -122 39.8333333333333 38.3333333333333 2000000 500000|515|190
6418|~California zone 2 (ftUS)|lcc 37.6666666666667 -122 39.8333333333333 38.3333333333333 2000000.0001016 500000.0001016 units=us-ft|515|190
6419|~California zone 3|lcc 36.5 -120.5 38.4333333333333 37.0666666666667 2000000 500000|515|191
6420|~California zone 3 (ftUS)|lcc 36.5 -120.5 38.4333333333333 37.0666666666667 2000000.0001016 500000.0001016 units=us-ft|515|191
6421|~California zone 4|lcc 35.3333333333333 -119 37.25 36 2000000 500000|515|192
6422|~California zone 4 (ftUS)|lcc 35.3333333333333 -119 37.25 36 2000000.0001016 500000.0001016 units=us-ft|515|192
6423|~California zone 5|lcc 33.5 -118 35.4666666666667 34.0333333333333 2000000 500000|515|193
6424|~California zone 5 (ftUS)|lcc 33.5 -118 35.4666666666667 34.0333333333333 2000000.0001016 500000.0001016 units=us-ft|515|193
6425|~California zone 6|lcc 32.1666666666667 -116.25 33.8833333333333 32.7833333333333 2000000 500000|515|194
6426|~California zone 6 (ftUS)|lcc 32.1666666666667 -116.25 33.8833333333333 32.7833333333333 2000000.0001016 500000.0001016 units=us-ft|515|194
6427|~Colorado Central|lcc 37.8333333333333 -105.5 39.75 38.45 914401.8289 304800.6096|515|196
6428|~Colorado Central (ftUS)|lcc 37.8333333333333 -105.5 39.75 38.45 914401.828803658 304800.609601219 units=us-ft|515|196
6429|~Colorado North|lcc 39.3333333333333 -105.5 40.7833333333333 39.7166666666667 914401.8289 304800.6096|515|195
6430|~Colorado North (ftUS)|lcc 39.3333333333333 -105.5 40.7833333333333 39.7166666666667 914401.828803658 304800.609601219 units=us-ft|515|195
6431|~Colorado South|lcc 36.6666666666667 -105.5 38.4333333333333 37.2333333333333 914401.8289 304800.6096|515|197
6432|~Colorado South (ftUS)|lcc 36.6666666666667 -105.5 38.4333333333333 37.2333333333333 914401.828803658 304800.609601219 units=us-ft|515|197
6433|~Connecticut|lcc 40.8333333333333 -72.75 41.8666666666667 41.2 304800.6096 152400.3048|515|198
6434|~Connecticut (ftUS)|lcc 40.8333333333333 -72.75 41.8666666666667 41.2 304800.609601219 152400.30480061 units=us-ft|515|198
6435|~Delaware|tmerc 38 -75.4166666666667 .999995 200000 0|515|199
6436|~Delaware (ftUS)|tmerc 38 -75.4166666666667 .999995 200000.0001016 0 units=us-ft|515|199
6437|~Florida East|tmerc 24.3333333333333 -81 .999941177 200000 0|515|200
6438|~Florida East (ftUS)|tmerc 24.3333333333333 -81 .999941177 200000.0001016 0 units=us-ft|515|200
6439|~Florida GDL Albers|aea 24 -84 24 31.5 400000 0|515|605
6440|~Florida North|lcc 29 -84.5 30.75 29.5833333333333 600000 0|515|202
6441|~Florida North (ftUS)|lcc 29 -84.5 30.75 29.5833333333333 600000 0 units=us-ft|515|202
6442|~Florida West|tmerc 24.3333333333333 -82 .999941177 200000 0|515|201
6443|~Florida West (ftUS)|tmerc 24.3333333333333 -82 .999941177 200000.0001016 0 units=us-ft|515|201
6444|~Georgia East|tmerc 30 -82.1666666666667 .9999 200000 0|515|203
6445|~Georgia East (ftUS)|tmerc 30 -82.1666666666667 .9999 200000.0001016 0 units=us-ft|515|203
6446|~Georgia West|tmerc 30 -84.1666666666667 .9999 700000 0|515|204
6447|~Georgia West (ftUS)|tmerc 30 -84.1666666666667 .9999 699999.9998984 0 units=us-ft|515|204
6448|~Idaho Central|tmerc 41.6666666666667 -114 .999947368 500000 0|515|206
6449|~Idaho Central (ftUS)|tmerc 41.6666666666667 -114 .999947368 500000.0001016 0 units=us-ft|515|206
6450|~Idaho East|tmerc 41.6666666666667 -112.166666666667 .999947368 200000 0|515|205
6451|~Idaho East (ftUS)|tmerc 41.6666666666667 -112.166666666667 .999947368 200000.0001016 0 units=us-ft|515|205
6452|~Idaho West|tmerc 41.6666666666667 -115.75 .999933333 800000 0|515|207
6453|~Idaho West (ftUS)|tmerc 41.6666666666667 -115.75 .999933333 800000.0001016 0 units=us-ft|515|207
6454|~Illinois East|tmerc 36.6666666666667 -88.3333333333333 .999975 300000 0|515|461
6455|~Illinois East (ftUS)|tmerc 36.6666666666667 -88.3333333333333 .999975 300000 0 units=us-ft|515|461
6456|~Illinois West|tmerc 36.6666666666667 -90.1666666666667 .999941177 700000 0|515|462
6457|~Illinois West (ftUS)|tmerc 36.6666666666667 -90.1666666666667 .999941177 699999.99998984 0 units=us-ft|515|462
6458|~Indiana East|tmerc 37.5 -85.6666666666667 .999966667 100000 250000|515|208
6459|~Indiana East (ftUS)|tmerc 37.5 -85.6666666666667 .999966667 99999.9998983998 249999.9998984 units=us-ft|515|208
6460|~Indiana West|tmerc 37.5 -87.0833333333333 .999966667 900000 250000|515|209
6461|~Indiana West (ftUS)|tmerc 37.5 -87.0833333333333 .999966667 900000 249999.9998984 units=us-ft|515|209
6462|~Iowa North|lcc 41.5 -93.5 43.2666666666667 42.0666666666667 1500000 1000000|515|463
6463|~Iowa North (ftUS)|lcc 41.5 -93.5 43.2666666666667 42.0666666666667 1500000 999999.99998984 units=us-ft|515|463
6464|~Iowa South|lcc 40 -93.5 41.7833333333333 40.6166666666667 500000 0|515|464
6465|~Iowa South (ftUS)|lcc 40 -93.5 41.7833333333333 40.6166666666667 500000.00001016 0 units=us-ft|515|464
6466|~Kansas North|lcc 38.3333333333333 -98 39.7833333333333 38.7166666666667 400000 0|515|465
6467|~Kansas North (ftUS)|lcc 38.3333333333333 -98 39.7833333333333 38.7166666666667 399999.99998984 0 units=us-ft|515|465
6468|~Kansas South|lcc 36.6666666666667 -98.5 38.5666666666667 37.2666666666667 400000 400000|515|466
6469|~Kansas South (ftUS)|lcc 36.6666666666667 -98.5 38.5666666666667 37.2666666666667 399999.99998984 399999.99998984 units=us-ft|515|466
6470|~Kentucky North|lcc 37.5 -84.25 37.9666666666667 38.9666666666667 500000 0|515|172
6471|~Kentucky North (ftUS)|lcc 37.5 -84.25 37.9666666666667 38.9666666666667 500000.0001016 0 units=us-ft|515|172
6472|~Kentucky Single Zone|lcc 36.3333333333333 -85.75 37.0833333333333 38.6666666666667 1500000 1000000|515|606
6473|~Kentucky Single Zone (ftUS)|lcc 36.3333333333333 -85.75 37.0833333333333 38.6666666666667 1500000 999999.9998984 units=us-ft|515|606
6474|~Kentucky South|lcc 36.3333333333333 -85.75 37.9333333333333 36.7333333333333 500000 500000|515|210
6475|~Kentucky South (ftUS)|lcc 36.3333333333333 -85.75 37.9333333333333 36.7333333333333 500000.0001016 500000.0001016 units=us-ft|515|210
6476|~Louisiana North|lcc 30.5 -92.5 32.6666666666667 31.1666666666667 1000000 0|515|467
6477|~Louisiana North (ftUS)|lcc 30.5 -92.5 32.6666666666667 31.1666666666667 999999.99998984 0 units=us-ft|515|467
6478|~Louisiana South|lcc 28.5 -91.3333333333333 30.7 29.3 1000000 0|515|468
6479|~Louisiana South (ftUS)|lcc 28.5 -91.3333333333333 30.7 29.3 999999.99998984 0 units=us-ft|515|468
6480|~Maine CS2000 Central|tmerc 43.5 -69.125 .99998 500000 0|515|601
6481|~Maine CS2000 East|tmerc 43.8333333333333 -67.875 .99998 700000 0|515|600
6482|~Maine CS2000 West|tmerc 42.8333333333333 -70.375 .99998 300000 0|515|602
6483|~Maine East|tmerc 43.6666666666667 -68.5 .9999 300000 0|515|469
6484|~Maine East (ftUS)|tmerc 43.6666666666667 -68.5 .9999 300000 0 units=us-ft|515|469
6485|~Maine West|tmerc 42.8333333333333 -70.1666666666667 .999966667 900000 0|515|470
6486|~Maine West (ftUS)|tmerc 42.8333333333333 -70.1666666666667 .999966667 900000 0 units=us-ft|515|470
6487|~Maryland|lcc 37.6666666666667 -77 39.45 38.3 400000 0|515|211
6488|~Maryland (ftUS)|lcc 37.6666666666667 -77 39.45 38.3 399999.9998984 0 units=us-ft|515|211
6489|~Massachusetts Island|lcc 41 -70.5 41.4833333333333 41.2833333333333 500000 0|515|213
6490|~Massachusetts Island (ftUS)|lcc 41 -70.5 41.4833333333333 41.2833333333333 500000.0001016 0 units=us-ft|515|213
6491|~Massachusetts Mainland|lcc 41 -71.5 42.6833333333333 41.7166666666667 200000 750000|515|212
6492|~Massachusetts Mainland (ftUS)|lcc 41 -71.5 42.6833333333333 41.7166666666667 200000.0001016 750000 units=us-ft|515|212
6493|~Michigan Central|lcc 43.3166666666667 -84.3666666666667 45.7 44.1833333333333 6000000 0|515|215
6494|~Michigan Central (ft)|lcc 43.3166666666667 -84.3666666666667 45.7 44.1833333333333 5999999.999976 0 units=ft|515|215
6495|~Michigan North|lcc 44.7833333333333 -87 47.0833333333333 45.4833333333333 8000000 0|515|214
6496|~Michigan North (ft)|lcc 44.7833333333333 -87 47.0833333333333 45.4833333333333 7999999.999968 0 units=ft|515|214
6497|~Michigan Oblique Mercator|omerc 45.3091666666667 -86 337.25556 337.25556 .9996 2546731.496 -4354009.816 +no_uoff|515|603
6498|~Michigan South|lcc 41.5 -84.3666666666667 43.6666666666667 42.1 4000000 0|515|216
6499|~Michigan South (ft)|lcc 41.5 -84.3666666666667 43.6666666666667 42.1 3999999.999984 0 units=ft|515|216
6500|~Minnesota Central|lcc 45 -94.25 47.05 45.6166666666667 800000 100000|515|472
6501|~Minnesota Central (ftUS)|lcc 45 -94.25 47.05 45.6166666666667 800000.00001016 99999.99998984 units=us-ft|515|472
6502|~Minnesota North|lcc 46.5 -93.1 48.6333333333333 47.0333333333333 800000 100000|515|471
6503|~Minnesota North (ftUS)|lcc 46.5 -93.1 48.6333333333333 47.0333333333333 800000.00001016 99999.99998984 units=us-ft|515|471
6504|~Minnesota South|lcc 43 -94 45.2166666666667 43.7833333333333 800000 100000|515|473
6505|~Minnesota South (ftUS)|lcc 43 -94 45.2166666666667 43.7833333333333 800000.00001016 99999.99998984 units=us-ft|515|473
6506|~Mississippi East|tmerc 29.5 -88.8333333333333 .99995 300000 0|515|217
6507|~Mississippi East (ftUS)|tmerc 29.5 -88.8333333333333 .99995 300000 0 units=us-ft|515|217
6508|~Mississippi TM|tmerc 32.5 -89.75 .9998335 500000 1300000|515|933
6509|~Mississippi West|tmerc 29.5 -90.3333333333333 .99995 700000 0|515|218
6510|~Mississippi West (ftUS)|tmerc 29.5 -90.3333333333333 .99995 699999.9998984 0 units=us-ft|515|218
6511|~Missouri Central|tmerc 35.8333333333333 -92.5 .999933333 500000 0|515|475
6512|~Missouri East|tmerc 35.8333333333333 -90.5 .999933333 250000 0|515|474
6513|~Missouri West|tmerc 36.1666666666667 -94.5 .999941177 850000 0|515|476
6514|~Montana|lcc 44.25 -109.5 49 45 600000 0|515|219
6515|~Montana (ft)|lcc 44.25 -109.5 49 45 599999.9999976 0 units=ft|515|219
6516|~Nebraska|lcc 39.8333333333333 -100 43 40 500000 0|515|477
6517|NAD83(2011) / Nebraska (ftUS)|lcc 39.8333333333333 -100 43 40 500000.00001016 0 units=us-ft|208|477
6518|~Nevada Central|tmerc 34.75 -116.666666666667 .9999 500000 6000000|515|479
6519|~Nevada Central (ftUS)|tmerc 34.75 -116.666666666667 .9999 500000.00001016 6000000 units=us-ft|515|479
6520|~Nevada East|tmerc 34.75 -115.583333333333 .9999 200000 8000000|515|478
6521|~Nevada East (ftUS)|tmerc 34.75 -115.583333333333 .9999 200000.00001016 8000000.00001016 units=us-ft|515|478
6522|~Nevada West|tmerc 34.75 -118.583333333333 .9999 800000 4000000|515|480
6523|~Nevada West (ftUS)|tmerc 34.75 -118.583333333333 .9999 800000.00001016 3999999.99998984 units=us-ft|515|480
6524|~New Hampshire|tmerc 42.5 -71.6666666666667 .999966667 300000 0|515|481
6525|~New Hampshire (ftUS)|tmerc 42.5 -71.6666666666667 .999966667 300000 0 units=us-ft|515|481
6526|~New Jersey|tmerc 38.8333333333333 -74.5 .9999 150000 0|515|482
6527|~New Jersey (ftUS)|tmerc 38.8333333333333 -74.5 .9999 150000 0 units=us-ft|515|482
6528|~New Mexico Central|tmerc 31 -106.25 .9999 500000 0|515|221
6529|~New Mexico Central (ftUS)|tmerc 31 -106.25 .9999 500000.0001016 0 units=us-ft|515|221
6530|~New Mexico East|tmerc 31 -104.333333333333 .999909091 165000 0|515|220
6531|~New Mexico East (ftUS)|tmerc 31 -104.333333333333 .999909091 165000 0 units=us-ft|515|220
6532|~New Mexico West|tmerc 31 -107.833333333333 .999916667 830000 0|515|222
6533|~New Mexico West (ftUS)|tmerc 31 -107.833333333333 .999916667 830000.0001016 0 units=us-ft|515|222
6534|~New York Central|tmerc 40 -76.5833333333333 .9999375 250000 0|515|224
6535|~New York Central (ftUS)|tmerc 40 -76.5833333333333 .9999375 249999.9998984 0 units=us-ft|515|224
6536|~New York East|tmerc 38.8333333333333 -74.5 .9999 150000 0|515|223
6537|~New York East (ftUS)|tmerc 38.8333333333333 -74.5 .9999 150000 0 units=us-ft|515|223
6538|~New York Long Island|lcc 40.1666666666667 -74 41.0333333333333 40.6666666666667 300000 0|515|226
6539|~New York Long Island (ftUS)|lcc 40.1666666666667 -74 41.0333333333333 40.6666666666667 300000 0 units=us-ft|515|226
6540|~New York West|tmerc 40 -78.5833333333333 .9999375 350000 0|515|225
6541|~New York West (ftUS)|tmerc 40 -78.5833333333333 .9999375 350000.0001016 0 units=us-ft|515|225
6542|~North Carolina|lcc 33.75 -79 36.1666666666667 34.3333333333333 609601.22 0|515|227
6543|~North Carolina (ftUS)|lcc 33.75 -79 36.1666666666667 34.3333333333333 609601.219202438 0 units=us-ft|515|227
6544|~North Dakota North|lcc 47 -100.5 48.7333333333333 47.4333333333333 600000 0|515|228
6545|~North Dakota North (ft)|lcc 47 -100.5 48.7333333333333 47.4333333333333 599999.9999976 0 units=ft|515|228
6546|~North Dakota South|lcc 45.6666666666667 -100.5 47.4833333333333 46.1833333333333 600000 0|515|229
6547|~North Dakota South (ft)|lcc 45.6666666666667 -100.5 47.4833333333333 46.1833333333333 599999.9999976 0 units=ft|515|229
6548|~Ohio North|lcc 39.6666666666667 -82.5 41.7 40.4333333333333 600000 0|515|483
6549|~Ohio North (ftUS)|lcc 39.6666666666667 -82.5 41.7 40.4333333333333 600000 0 units=us-ft|515|483
6550|~Ohio South|lcc 38 -82.5 40.0333333333333 38.7333333333333 600000 0|515|484
6551|~Ohio South (ftUS)|lcc 38 -82.5 40.0333333333333 38.7333333333333 600000 0 units=us-ft|515|484
6552|~Oklahoma North|lcc 35 -98 36.7666666666667 35.5666666666667 600000 0|515|230
6553|~Oklahoma North (ftUS)|lcc 35 -98 36.7666666666667 35.5666666666667 600000 0 units=us-ft|515|230
6554|~Oklahoma South|lcc 33.3333333333333 -98 35.2333333333333 33.9333333333333 600000 0|515|231
6555|~Oklahoma South (ftUS)|lcc 33.3333333333333 -98 35.2333333333333 33.9333333333333 600000 0 units=us-ft|515|231
6556|~Oregon LCC (m)|lcc 41.75 -120.5 43 45.5 400000 0|515|540
6557|~Oregon GIC Lambert (ft)|lcc 41.75 -120.5 43 45.5 399999.9999984 0 units=ft|515|540
6558|~Oregon North|lcc 43.6666666666667 -120.5 46 44.3333333333333 2500000 0|515|232
6559|~Oregon North (ft)|lcc 43.6666666666667 -120.5 46 44.3333333333333 2500000.0001424 0 units=ft|515|232
6560|~Oregon South|lcc 41.6666666666667 -120.5 44 42.3333333333333 1500000 0|515|233
6561|~Oregon South (ft)|lcc 41.6666666666667 -120.5 44 42.3333333333333 1500000.0001464 0 units=ft|515|233
6562|~Pennsylvania North|lcc 40.1666666666667 -77.75 41.95 40.8833333333333 600000 0|515|234
6563|~Pennsylvania North (ftUS)|lcc 40.1666666666667 -77.75 41.95 40.8833333333333 600000 0 units=us-ft|515|234
6564|~Pennsylvania South|lcc 39.3333333333333 -77.75 40.9666666666667 39.9333333333333 600000 0|515|235
6565|~Pennsylvania South (ftUS)|lcc 39.3333333333333 -77.75 40.9666666666667 39.9333333333333 600000 0 units=us-ft|515|235
6566|~Puerto Rico and Virgin Is.|lcc 17.8333333333333 -66.4333333333333 18.4333333333333 18.0333333333333 200000 200000|515|495
6567|~Rhode Island|tmerc 41.0833333333333 -71.5 .99999375 100000 0|515|485
6568|~Rhode Island (ftUS)|tmerc 41.0833333333333 -71.5 .99999375 99999.99998984 0 units=us-ft|515|485
6569|~South Carolina|lcc 31.8333333333333 -81 34.8333333333333 32.5 609600 0|515|236
6570|~South Carolina (ft)|lcc 31.8333333333333 -81 34.8333333333333 32.5 609600 0 units=ft|515|236
6571|~South Dakota North|lcc 43.8333333333333 -100 45.6833333333333 44.4166666666667 600000 0|515|486
6572|~South Dakota North (ftUS)|lcc 43.8333333333333 -100 45.6833333333333 44.4166666666667 600000 0 units=us-ft|515|486
6573|~South Dakota South|lcc 42.3333333333333 -100.333333333333 44.4 42.8333333333333 600000 0|515|487
6574|~South Dakota South (ftUS)|lcc 42.3333333333333 -100.333333333333 44.4 42.8333333333333 600000 0 units=us-ft|515|487
6575|~Tennessee|lcc 34.3333333333333 -86 36.4166666666667 35.25 600000 0|515|171
6576|~Tennessee (ftUS)|lcc 34.3333333333333 -86 36.4166666666667 35.25 600000 0 units=us-ft|515|171
6577|~Texas Central|lcc 29.6666666666667 -100.333333333333 31.8833333333333 30.1166666666667 700000 3000000|515|239
6578|~Texas Central (ftUS)|lcc 29.6666666666667 -100.333333333333 31.8833333333333 30.1166666666667 699999.9998984 3000000 units=us-ft|515|239
6579|~Texas Centric Albers Equal Area|aea 18 -100 27.5 35 1500000 6000000|515|604
6580|~Texas Centric Lambert Conformal|lcc 18 -100 27.5 35 1500000 5000000|515|604
6581|~Texas North|lcc 34 -101.5 36.1833333333333 34.65 200000 1000000|515|237
6582|~Texas North (ftUS)|lcc 34 -101.5 36.1833333333333 34.65 200000.0001016 999999.9998984 units=us-ft|515|237
6583|~Texas North Central|lcc 31.6666666666667 -98.5 33.9666666666667 32.1333333333333 600000 2000000|515|238
6584|~Texas North Central (ftUS)|lcc 31.6666666666667 -98.5 33.9666666666667 32.1333333333333 600000 2000000.0001016 units=us-ft|515|238
6585|~Texas South|lcc 25.6666666666667 -98.5 27.8333333333333 26.1666666666667 300000 5000000|515|241
6586|~Texas South (ftUS)|lcc 25.6666666666667 -98.5 27.8333333333333 26.1666666666667 300000 5000000.0001016 units=us-ft|515|241
6587|~Texas South Central|lcc 27.8333333333333 -99 30.2833333333333 28.3833333333333 600000 4000000|515|240
6588|~Texas South Central (ftUS)|lcc 27.8333333333333 -99 30.2833333333333 28.3833333333333 600000 3999999.9998984 units=us-ft|515|240
6589|~Vermont|tmerc 42.5 -72.5 .999964286 500000 0|515|488
6590|~Vermont (ftUS)|tmerc 42.5 -72.5 .999964286 500000.00001016 0 units=us-ft|515|488
6591|~Virginia Lambert|lcc 36 -79.5 37 39.5 0 0|515|971
6592|~Virginia North|lcc 37.6666666666667 -78.5 39.2 38.0333333333333 3500000 2000000|515|245
6593|~Virginia North (ftUS)|lcc 37.6666666666667 -78.5 39.2 38.0333333333333 3500000.0001016 2000000.0001016 units=us-ft|515|245
6594|~Virginia South|lcc 36.3333333333333 -78.5 37.9666666666667 36.7666666666667 3500000 1000000|515|246
6595|~Virginia South (ftUS)|lcc 36.3333333333333 -78.5 37.9666666666667 36.7666666666667 3500000.0001016 999999.9998984 units=us-ft|515|246
6596|~Washington North|lcc 47 -120.833333333333 48.7333333333333 47.5 500000 0|515|247
6597|~Washington North (ftUS)|lcc 47 -120.833333333333 48.7333333333333 47.5 500000.0001016 0 units=us-ft|515|247
6598|~Washington South|lcc 45.3333333333333 -120.5 47.3333333333333 45.8333333333333 500000 0|515|248
6599|~Washington South (ftUS)|lcc 45.3333333333333 -120.5 47.3333333333333 45.8333333333333 500000.0001016 0 units=us-ft|515|248
6600|~West Virginia North|lcc 38.5 -79.5 40.25 39 600000 0|515|489
6601|~West Virginia North (ftUS)|lcc 38.5 -79.5 40.25 39 600000 0 units=us-ft|515|489
6602|~West Virginia South|lcc 37 -81 38.8833333333333 37.4833333333333 600000 0|515|490
6603|~West Virginia South (ftUS)|lcc 37 -81 38.8833333333333 37.4833333333333 600000 0 units=us-ft|515|490
6604|NAD83(2011) / Wisconsin Central|lcc 43.8333333333333 -90 45.5 44.25 600000 0|208|250
6605|~Wisconsin Central (ftUS)|lcc 43.8333333333333 -90 45.5 44.25 600000 0 units=us-ft|515|250
6606|~Wisconsin North|lcc 45.1666666666667 -90 46.7666666666667 45.5666666666667 600000 0|515|249
6607|~Wisconsin North (ftUS)|lcc 45.1666666666667 -90 46.7666666666667 45.5666666666667 600000 0 units=us-ft|515|249
6608|~Wisconsin South|lcc 42 -90 44.0666666666667 42.7333333333333 600000 0|515|251
6609|~Wisconsin South (ftUS)|lcc 42 -90 44.0666666666667 42.7333333333333 600000 0 units=us-ft|515|251
6610|~Wisconsin Transverse Mercator|tmerc 0 -90 .9996 520000 -4480000|515|599
6611|~Wyoming East|tmerc 40.5 -105.166666666667 .9999375 200000 0|515|491
6612|~Wyoming East (ftUS)|tmerc 40.5 -105.166666666667 .9999375 200000.00001016 0 units=us-ft|515|491
6613|~Wyoming East Central|tmerc 40.5 -107.333333333333 .9999375 400000 100000|515|492
6614|~Wyoming East Central (ftUS)|tmerc 40.5 -107.333333333333 .9999375 399999.99998984 99999.99998984 units=us-ft|515|492
6615|~Wyoming West|tmerc 40.5 -110.083333333333 .9999375 800000 100000|515|494
6616|~Wyoming West (ftUS)|tmerc 40.5 -110.083333333333 .9999375 800000.00001016 99999.99998984 units=us-ft|515|494
6617|~Wyoming West Central|tmerc 40.5 -108.75 .9999375 600000 0|515|493
6618|~Wyoming West Central (ftUS)|tmerc 40.5 -108.75 .9999375 600000 0 units=us-ft|515|493
6619|~Utah Central|lcc 38.3333333333333 -111.5 40.65 39.0166666666667 500000 2000000|515|243
6620|~Utah North|lcc 40.3333333333333 -111.5 41.7833333333333 40.7166666666667 500000 1000000|515|242
6621|~Utah South|lcc 36.6666666666667 -111.5 38.35 37.2166666666667 500000 3000000|515|244
6622|~Quebec Lambert|lcc 44 -68.5 60 46 0 0|104|130
6623|~Quebec Albers|aea 44 -68.5 60 46 0 0|64|130
6624|~Quebec Albers|aea 44 -68.5 60 46 0 0|104|130
6625|~Utah Central (ftUS)|lcc 38.3333333333333 -111.5 40.65 39.0166666666667 500000.00001016 2000000.00001016 units=us-ft|515|243
6626|~Utah North (ftUS)|lcc 40.3333333333333 -111.5 41.7833333333333 40.7166666666667 500000.00001016 999999.99998984 units=us-ft|515|242
6627|~Utah South (ftUS)|lcc 36.6666666666667 -111.5 38.35 37.2166666666667 500000.00001016 3000000 units=us-ft|515|244
6628|~Hawaii zone 1|tmerc 18.8333333333333 -155.5 .999966667 500000 0|516|456
6629|~Hawaii zone 2|tmerc 20.3333333333333 -156.666666666667 .999966667 500000 0|516|457
6630|~Hawaii zone 3|tmerc 21.1666666666667 -158 .99999 500000 0|516|458
6631|~Hawaii zone 4|tmerc 21.8333333333333 -159.5 .99999 500000 0|516|459
6632|~Hawaii zone 5|tmerc 21.6666666666667 -160.166666666667 1 500000 0|516|460
6633|~Hawaii zone 3 (ftUS)|tmerc 21.1666666666667 -158 .99999 500000.00001016 0 units=us-ft|516|458
6634|~UTM zone 4N|utm 4|516|910
6635|~UTM zone 5N|utm 5|516|911
6636|~UTM zone 2S|utm 2 +south|516|163
6637|~Guam Map Grid|tmerc 13.5 144.75 1 100000 200000|517|1126
6646|~Iraq National Grid|tmerc 29.0262683333333 46.5 .9994 800000 0|197|955
6668|~|longlat|519|1143
6669|~Japan Plane Rectangular CS I|tmerc 33 129.5 .9999 0 0|519|304
6670|~Japan Plane Rectangular CS II|tmerc 33 131 .9999 0 0|519|305
6671|~Japan Plane Rectangular CS III|tmerc 36 132.166666666667 .9999 0 0|519|306
6672|~Japan Plane Rectangular CS IV|tmerc 33 133.5 .9999 0 0|519|307
6673|~Japan Plane Rectangular CS V|tmerc 36 134.333333333333 .9999 0 0|519|308
6674|~Japan Plane Rectangular CS VI|tmerc 36 136 .9999 0 0|519|309
6675|~Japan Plane Rectangular CS VII|tmerc 36 137.166666666667 .9999 0 0|519|310
6676|~Japan Plane Rectangular CS VIII|tmerc 36 138.5 .9999 0 0|519|311
6677|~Japan Plane Rectangular CS IX|tmerc 36 139.833333333333 .9999 0 0|519|312
6678|~Japan Plane Rectangular CS X|tmerc 40 140.833333333333 .9999 0 0|519|313
6679|~Japan Plane Rectangular CS XI|tmerc 44 140.25 .9999 0 0|519|314
6680|~Japan Plane Rectangular CS XII|tmerc 44 142.25 .9999 0 0|519|315
6681|~Japan Plane Rectangular CS XIII|tmerc 44 144.25 .9999 0 0|519|316
6682|~Japan Plane Rectangular CS XIV|tmerc 26 142 .9999 0 0|519|317
6683|~Japan Plane Rectangular CS XV|tmerc 26 127.5 .9999 0 0|519|318
6684|~Japan Plane Rectangular CS XVI|tmerc 26 124 .9999 0 0|519|319
6685|~Japan Plane Rectangular CS XVII|tmerc 26 131 .9999 0 0|519|320
6686|~Japan Plane Rectangular CS XVIII|tmerc 20 136 .9999 0 0|519|321
6687|~Japan Plane Rectangular CS XIX|tmerc 26 154 .9999 0 0|519|322
6688|~UTM zone 51N|utm 51|519|612
6689|~UTM zone 52N|utm 52|519|613
6690|~UTM zone 53N|utm 53|519|614
6691|~UTM zone 54N|utm 54|519|615
6692|~UTM zone 55N|utm 55|519|616
6703|~TM 60 SW|tmerc 0 -60 .9996 500000 10000000|70|1470
6706|~|longlat|520|1089
6707|~UTM zone 32N (N-E)|utm 32|520|548
6708|~UTM zone 33N (N-E)|utm 33|520|595
6709|~UTM zone 34N (N-E)|utm 34|520|1471
6720|~CIG92|tmerc 0 105.625 1.000024 50000 1300000|70|1472
6721|~CIG94|tmerc 0 105.625 1.00002514 50000 1300000|153|1472
6722|~CKIG92|tmerc 0 96.875 1 50000 1400000|70|1169
6723|~CKIG94|tmerc 0 96.875 .99999387 50000 1500000|153|1169
6732|~MGA zone 41|utm 41 +south|153|1473
6733|~MGA zone 42|utm 42 +south|153|1474
6734|~MGA zone 43|utm 43 +south|153|1475
6735|~MGA zone 44|utm 44 +south|153|1476
6736|~MGA zone 46|utm 46 +south|153|1477
6737|~MGA zone 47|utm 47 +south|153|1478
6738|~MGA zone 59|utm 59 +south|153|1479
6783|~|longlat|513|1198
6784|~Oregon Baker zone (m)|tmerc 44.5 -117.833333333333 1.00016 40000 0|513|1480
6785|~Oregon Baker zone (ft)|tmerc 44.5 -117.833333333333 1.00016 39999.99999984 0 units=ft|513|1480
6786|~Oregon Baker zone (m)|tmerc 44.5 -117.833333333333 1.00016 40000 0|515|1480
6787|~Oregon Baker zone (ft)|tmerc 44.5 -117.833333333333 1.00016 39999.99999984 0 units=ft|515|1480
6788|~Oregon Bend-Klamath Falls zone (m)|tmerc 41.75 -121.75 1.0002 80000 0|513|1481
6789|~Oregon Bend-Klamath Falls zone (ft)|tmerc 41.75 -121.75 1.0002 79999.99999968 0 units=ft|513|1481
6790|~Oregon Bend-Klamath Falls zone (m)|tmerc 41.75 -121.75 1.0002 80000 0|515|1481
6791|~Oregon Bend-Klamath Falls zone (ft)|tmerc 41.75 -121.75 1.0002 79999.99999968 0 units=ft|515|1481
6792|~Oregon Bend-Redmond-Prineville zone (m)|lcc 44.6666666666667 -121.25 44.6666666666667 k_0=1.00012 x_0=80000 y_0=130000|513|1482
6793|~Oregon Bend-Redmond-Prineville zone (ft)|lcc 44.6666666666667 -121.25 44.6666666666667 k_0=1.00012 x_0=79999.99999968 y_0=130000.00001472 units=ft|513|1482
6794|~Oregon Bend-Redmond-Prineville zone (m)|lcc 44.6666666666667 -121.25 44.6666666666667 k_0=1.00012 x_0=80000 y_0=130000|515|1482
6795|~Oregon Bend-Redmond-Prineville zone (ft)|lcc 44.6666666666667 -121.25 44.6666666666667 k_0=1.00012 x_0=79999.99999968 y_0=130000.00001472 units=ft|515|1482
6796|~Oregon Bend-Burns zone (m)|lcc 43.6666666666667 -119.75 43.6666666666667 k_0=1.0002 x_0=120000 y_0=60000|513|1483
6797|~Oregon Bend-Burns zone (ft)|lcc 43.6666666666667 -119.75 43.6666666666667 k_0=1.0002 x_0=119999.99999952 y_0=59999.99999976 units=ft|513|1483
6798|~Oregon Bend-Burns zone (m)|lcc 43.6666666666667 -119.75 43.6666666666667 k_0=1.0002 x_0=120000 y_0=60000|515|1483
6799|~Oregon Bend-Burns zone (ft)|lcc 43.6666666666667 -119.75 43.6666666666667 k_0=1.0002 x_0=119999.99999952 y_0=59999.99999976 units=ft|515|1483
6800|~Oregon Canyonville-Grants Pass zone (m)|tmerc 42.5 -123.333333333333 1.00007 40000 0|513|1484
6801|~Oregon Canyonville-Grants Pass zone (ft)|tmerc 42.5 -123.333333333333 1.00007 39999.99999984 0 units=ft|513|1484
6802|~Oregon Canyonville-Grants Pass zone (m)|tmerc 42.5 -123.333333333333 1.00007 40000 0|515|1484
6803|~Oregon Canyonville-Grants Pass zone (ft)|tmerc 42.5 -123.333333333333 1.00007 39999.99999984 0 units=ft|515|1484
6804|~Oregon Columbia River East zone (m)|lcc 45.6666666666667 -120.5 45.6666666666667 k_0=1.000008 x_0=150000 y_0=30000|513|1485
6805|~Oregon Columbia River East zone (ft)|lcc 45.6666666666667 -120.5 45.6666666666667 k_0=1.000008 x_0=150000.00001464 y_0=30000.00001512 units=ft|513|1485
6806|~Oregon Columbia River East zone (m)|lcc 45.6666666666667 -120.5 45.6666666666667 k_0=1.000008 x_0=150000 y_0=30000|515|1485
6807|~Oregon Columbia River East zone (ft)|lcc 45.6666666666667 -120.5 45.6666666666667 k_0=1.000008 x_0=150000.00001464 y_0=30000.00001512 units=ft|515|1485
6808|~Oregon Columbia River West zone (m)|omerc 45.9166666666667 -123 295 295 1 7000000 -3000000 +no_uoff|513|1486
6809|~Oregon Columbia River West zone (ft)|omerc 45.9166666666667 -123 295 295 1 7000000.00000248 -2999999.999988 +no_uoff units=ft|513|1486
6810|~Oregon Columbia River West zone (m)|omerc 45.9166666666667 -123 295 295 1 7000000 -3000000 +no_uoff|515|1486
6811|~Oregon Columbia River West zone (ft)|omerc 45.9166666666667 -123 295 295 1 7000000.00000248 -2999999.999988 +no_uoff units=ft|515|1486
6812|~Oregon Cottage Grove-Canyonville zone (m)|tmerc 42.8333333333333 -123.333333333333 1.000023 50000 0|513|1487
6813|~Oregon Cottage Grove-Canyonville zone (ft)|tmerc 42.8333333333333 -123.333333333333 1.000023 50000.00001504 0 units=ft|513|1487
6814|~Oregon Cottage Grove-Canyonville zone (m)|tmerc 42.8333333333333 -123.333333333333 1.000023 50000 0|515|1487
6815|~Oregon Cottage Grove-Canyonville zone (ft)|tmerc 42.8333333333333 -123.333333333333 1.000023 50000.00001504 0 units=ft|515|1487
6816|~Oregon Dufur-Madras zone (m)|tmerc 44.5 -121 1.00011 80000 0|513|1488
6817|~Oregon Dufur-Madras zone (ft)|tmerc 44.5 -121 1.00011 79999.99999968 0 units=ft|513|1488
6818|~Oregon Dufur-Madras zone (m)|tmerc 44.5 -121 1.00011 80000 0|515|1488
6819|~Oregon Dufur-Madras zone (ft)|tmerc 44.5 -121 1.00011 79999.99999968 0 units=ft|515|1488
6820|~Oregon Eugene zone (m)|tmerc 43.75 -123.166666666667 1.000015 50000 0|513|1489
6821|~Oregon Eugene zone (ft)|tmerc 43.75 -123.166666666667 1.000015 50000.00001504 0 units=ft|513|1489
6822|~Oregon Eugene zone (m)|tmerc 43.75 -123.166666666667 1.000015 50000 0|515|1489
6823|~Oregon Eugene zone (ft)|tmerc 43.75 -123.166666666667 1.000015 50000.00001504 0 units=ft|515|1489
6824|~Oregon Grants Pass-Ashland zone (m)|tmerc 41.75 -123.333333333333 1.000043 50000 0|513|1490
6825|~Oregon Grants Pass-Ashland zone (ft)|tmerc 41.75 -123.333333333333 1.000043 50000.00001504 0 units=ft|513|1490
6826|~Oregon Grants Pass-Ashland zone (m)|tmerc 41.75 -123.333333333333 1.000043 50000 0|515|1490
6827|~Oregon Grants Pass-Ashland zone (ft)|tmerc 41.75 -123.333333333333 1.000043 50000.00001504 0 units=ft|515|1490
6828|~Oregon Gresham-Warm Springs zone (m)|tmerc 45 -122.333333333333 1.00005 10000 0|513|1491
6829|~Oregon Gresham-Warm Springs zone (ft)|tmerc 45 -122.333333333333 1.00005 10000.0000152 0 units=ft|513|1491
6830|~Oregon Gresham-Warm Springs zone (m)|tmerc 45 -122.333333333333 1.00005 10000 0|515|1491
6831|~Oregon Gresham-Warm Springs zone (ft)|tmerc 45 -122.333333333333 1.00005 10000.0000152 0 units=ft|515|1491
6832|~Oregon La Grande zone (m)|tmerc 45 -118 1.00013 40000 0|513|1492
6833|~Oregon La Grande zone (ft)|tmerc 45 -118 1.00013 39999.99999984 0 units=ft|513|1492
6834|~Oregon La Grande zone (m)|tmerc 45 -118 1.00013 40000 0|515|1492
6835|~Oregon La Grande zone (ft)|tmerc 45 -118 1.00013 39999.99999984 0 units=ft|515|1492
6836|~Oregon Ontario zone (m)|tmerc 43.25 -117 1.0001 80000 0|513|1493
6837|~Oregon Ontario zone (ft)|tmerc 43.25 -117 1.0001 79999.99999968 0 units=ft|513|1493
6838|~Oregon Ontario zone (m)|tmerc 43.25 -117 1.0001 80000 0|515|1493
6839|~Oregon Ontario zone (ft)|tmerc 43.25 -117 1.0001 79999.99999968 0 units=ft|515|1493
6840|~Oregon Coast zone (m)|omerc 44.75 -124.05 5 5 1 -300000 -4600000 +no_uoff|513|1494
6841|~Oregon Coast zone (ft)|omerc 44.75 -124.05 5 5 1 -299999.9999988 -4600000.00001208 +no_uoff units=ft|513|1494
6842|~Oregon Coast zone (m)|omerc 44.75 -124.05 5 5 1 -300000 -4600000 +no_uoff|515|1494
6843|~Oregon Coast zone (ft)|omerc 44.75 -124.05 5 5 1 -299999.9999988 -4600000.00001208 +no_uoff units=ft|515|1494
6844|~Oregon Pendleton zone (m)|tmerc 45.25 -119.166666666667 1.000045 60000 0|513|1495
6845|~Oregon Pendleton zone (ft)|tmerc 45.25 -119.166666666667 1.000045 59999.99999976 0 units=ft|513|1495
6846|~Oregon Pendleton zone (m)|tmerc 45.25 -119.166666666667 1.000045 60000 0|515|1495
6847|~Oregon Pendleton zone (ft)|tmerc 45.25 -119.166666666667 1.000045 59999.99999976 0 units=ft|515|1495
6848|~Oregon Pendleton-La Grande zone (m)|tmerc 45.0833333333333 -118.333333333333 1.000175 30000 0|513|1496
6849|~Oregon Pendleton-La Grande zone (ft)|tmerc 45.0833333333333 -118.333333333333 1.000175 30000.00001512 0 units=ft|513|1496
6850|~Oregon Pendleton-La Grande zone (m)|tmerc 45.0833333333333 -118.333333333333 1.000175 30000 0|515|1496
6851|~Oregon Pendleton-La Grande zone (ft)|tmerc 45.0833333333333 -118.333333333333 1.000175 30000.00001512 0 units=ft|515|1496
6852|~Oregon Portland zone (m)|lcc 45.5 -122.75 45.5 k_0=1.000002 x_0=100000 y_0=50000|513|1497
6853|~Oregon Portland zone (ft)|lcc 45.5 -122.75 45.5 k_0=1.000002 x_0=99999.9999996 y_0=50000.00001504 units=ft|513|1497
6854|~Oregon Portland zone (m)|lcc 45.5 -122.75 45.5 k_0=1.000002 x_0=100000 y_0=50000|515|1497
6855|~Oregon Portland zone (ft)|lcc 45.5 -122.75 45.5 k_0=1.000002 x_0=99999.9999996 y_0=50000.00001504 units=ft|515|1497
6856|~Oregon Salem zone (m)|tmerc 44.3333333333333 -123.083333333333 1.00001 50000 0|513|1498
6857|~Oregon Salem zone (ft)|tmerc 44.3333333333333 -123.083333333333 1.00001 50000.00001504 0 units=ft|513|1498
6858|~Oregon Salem zone (m)|tmerc 44.3333333333333 -123.083333333333 1.00001 50000 0|515|1498
6859|~Oregon Salem zone (ft)|tmerc 44.3333333333333 -123.083333333333 1.00001 50000.00001504 0 units=ft|515|1498
6860|~Oregon Santiam Pass zone (m)|tmerc 44.0833333333333 -122.5 1.000155 0 0|513|1499
6861|~Oregon Santiam Pass zone (ft)|tmerc 44.0833333333333 -122.5 1.000155 0 0 units=ft|513|1499
6862|~Oregon Santiam Pass zone (m)|tmerc 44.0833333333333 -122.5 1.000155 0 0|515|1499
6863|~Oregon Santiam Pass zone (ft)|tmerc 44.0833333333333 -122.5 1.000155 0 0 units=ft|515|1499
6867|~Oregon LCC (m)|lcc 41.75 -120.5 43 45.5 400000 0|513|540
6868|~Oregon GIC Lambert (ft)|lcc 41.75 -120.5 43 45.5 399999.9999984 0 units=ft|513|540
6870|~Albania TM 2010|tmerc 0 20 1 500000 0|59|323
6875|~Italy zone (N-E)|tmerc 0 12 .9985 7000000 0|520|1089
6876|~Zone 12 (N-E)|tmerc 0 12 1 3000000 0|520|1089
6879|~Wisconsin Central|lcc 43.8333333333333 -90 45.5 44.25 600000 0|515|250
6880|~Nebraska (ftUS)|lcc 39.8333333333333 -100 43 40 500000.00001016 0 units=us-ft|515|477
6881|~|longlat|521|1030
6882|~|longlat|522|1500
6883|~|longlat|523|1501
6884|~Oregon North|lcc 43.6666666666667 -120.5 46 44.3333333333333 2500000 0|513|232
6885|~Oregon North (ft)|lcc 43.6666666666667 -120.5 46 44.3333333333333 2500000.0001424 0 units=ft|513|232
6886|~Oregon South|lcc 41.6666666666667 -120.5 44 42.3333333333333 1500000 0|513|233
6887|~Oregon South (ft)|lcc 41.6666666666667 -120.5 44 42.3333333333333 1500000.0001464 0 units=ft|513|233
6892|~|longlat|524|1502
6894|~|longlat|525|1503
6915|~UTM zone 40N|utm 40|524|1502
6922|~Kansas LCC|lcc 36 -98.25 39.5 37.5 400000 0|64|1504
6923|~Kansas LCC (ftUS)|lcc 36 -98.25 39.5 37.5 399999.99998984 0 units=us-ft|64|1504
6924|~Kansas LCC|lcc 36 -98.25 39.5 37.5 400000 0|515|1504
6925|~Kansas LCC (ftUS)|lcc 36 -98.25 39.5 37.5 399999.99998984 0 units=us-ft|515|1504
6931|~NSIDC EASE-Grid 2.0 North|laea 90 0 0 0|70|856
6932|~NSIDC EASE-Grid 2.0 South|laea -90 0 0 0|70|857
6933|~NSIDC EASE-Grid 2.0 Global|cea 30 0 0 0|70|858
6956|~TM-3 zone 481|tmerc 0 102 .9999 0 500000|201|1367
6957|~TM-3 zone 482|tmerc 0 105 .9999 0 500000|201|1368
6958|~TM-3 zone 491|tmerc 0 108 .9999 0 500000|201|1369
6959|~TM-3 Da Nang zone|tmerc 0 107.75 .9999 0 500000|201|1370
6962|~Albania LCC 2010|lcc 41 20 39 43 0 0|59|323
6966|~Michigan North|lcc 44.7833333333333 -87 45.4833333333333 47.0833333333333 609601.219202438 0 k_0=1.0000382 units=us-ft|63|214|1
6980|~|longlat|526|1505
6983|~|longlat|527|37
6984|Israeli Grid 05|tmerc 31.7343936111111 35.2045169444444 1.0000067 219529.584 626907.39|527|37
6987|~|longlat|528|1505
6990|~|longlat|529|37
6991|Israeli Grid 05/12|tmerc 31.7343936111111 35.2045169444444 1.0000067 219529.584 626907.39|529|37
6996|~San Francisco CS13|tmerc 37.75 -122.45 1.000007e-06 48000 24000|515|1506
6997|~San Francisco CS13 (ftUS)|tmerc 37.75 -122.45 1.000007e-06 48000 24000 units=us-ft|515|1506
7005|~UTM zone 37N|utm 37|198|847
7006|~UTM zone 38N|utm 38|198|848
7007|~UTM zone 39N|utm 39|198|954
7035|~|longlat|530|1127
7037|~|longlat|531|1146
7039|~|longlat|532|1128
7041|~|longlat|533|1070
7057|~IaRCS zone 1|lcc 43.2 -95.25 43.2 k_0=1.000052 x_0=3505207.01041402 y_0=2926085.8521717 units=us-ft|515|1507
7058|~IaRCS zone 2|lcc 43.1666666666667 -92.75 43.1666666666667 k_0=1.000043 x_0=3810007.62001524 y_0=2987045.97409195 units=us-ft|515|1508
7059|~IaRCS zone 3|tmerc 40.25 -91.2 1.000035 4114808.22961646 2529845.05969012 units=us-ft|515|1509
7060|~IaRCS zone 4|lcc 42.5333333333333 -94.8333333333333 42.5333333333333 k_0=1.000045 x_0=4419608.83921768 y_0=2621285.24257049 units=us-ft|515|1510
7061|~IaRCS zone 5|lcc 42.65 -92.25 42.65 k_0=1.000032 x_0=4724409.4488189 y_0=2712725.42545085 units=us-ft|515|1511
7062|~IaRCS zone 6|tmerc 40.25 -95.7333333333333 1.000039 5029210.05842012 2011684.02336805 units=us-ft|515|1512
7063|~IaRCS zone 7|tmerc 40.25 -94.6333333333333 1.000045 5334010.66802134 2072644.14528829 units=us-ft|515|1513
7064|~IaRCS zone 8|tmerc 40.25 -93.7166666666667 1.000033 5638811.27762256 2133604.26720853 units=us-ft|515|1514
7065|~IaRCS zone 9|tmerc 40.25 -92.8166666666667 1.000027 5943611.88722378 2194564.38912878 units=us-ft|515|1515
7066|~IaRCS zone 10|lcc 41.8333333333333 -91.6666666666667 41.8333333333333 k_0=1.00002 x_0=6248412.49682499 y_0=2438404.87680975 units=us-ft|515|1516
7067|~IaRCS zone 11|tmerc 40.25 -90.5333333333333 1.000027 6553213.10642621 2316484.63296927 units=us-ft|515|1517
7068|~IaRCS zone 12|lcc 40.9166666666667 -93.75 40.9166666666667 k_0=1.000037 x_0=6858013.71602743 y_0=1889763.77952756 units=us-ft|515|1518
7069|~IaRCS zone 13|tmerc 40.25 -91.9166666666667 1.00002 7162814.32562865 1950723.9014478 units=us-ft|515|1519
7070|~IaRCS zone 14|tmerc 40.25 -91.25 1.000018 7467614.93522987 1889763.77952756 units=us-ft|515|1520
7073|~|longlat|534|1521
7074|~UTM zone 37S|utm 37 +south|534|1522
7075|~UTM zone 38S|utm 38 +south|534|1523
7076|~UTM zone 39S|utm 39 +south|534|1524
7077|~UTM zone 40S|utm 40 +south|534|1525
7078|~UTM zone 41S|utm 41 +south|534|1526
7079|~UTM zone 42S|utm 42 +south|534|1527
7080|~UTM zone 43S|utm 43 +south|534|1528
7081|~UTM zone 44S|utm 44 +south|534|1529
7084|~|longlat|535|135
7086|~|longlat|536|538
7088|~|longlat|537|1521
7109|~RMTCRS St Mary (m)|tmerc 48.5 -112.5 1.00016 150000 0|515|1530
7110|~RMTCRS Blackfeet (m)|tmerc 48 -112.5 1.00019 100000 0|515|1531
7111|~RMTCRS Milk River (m)|lcc 48.5 -111 48.5 k_0=1.000145 x_0=150000 y_0=200000|515|1532
7112|~RMTCRS Fort Belknap (m)|lcc 48.5 -108.5 48.5 k_0=1.00012 x_0=200000 y_0=150000|515|1533
7113|~RMTCRS Fort Peck Assiniboine (m)|lcc 48.3333333333333 -105.5 48.3333333333333 k_0=1.00012 x_0=200000 y_0=100000|515|1534
7114|~RMTCRS Fort Peck Sioux (m)|lcc 48.3333333333333 -105.5 48.3333333333333 k_0=1.00009 x_0=100000 y_0=50000|515|1535
7115|~RMTCRS Crow (m)|tmerc 44.75 -107.75 1.000148 200000 0|515|1536
7116|~RMTCRS Bobcat (m)|lcc 46.25 -111.25 46.25 k_0=1.000185 x_0=100000 y_0=100000|515|1537
7117|~RMTCRS Billings (m)|lcc 45.7833333333333 -108.416666666667 45.7833333333333 k_0=1.0001515 x_0=200000 y_0=50000|515|1538
7118|~RMTCRS Wind River (m)|tmerc 42.6666666666667 -108.333333333333 1.00024 100000 0|515|1539
7119|~RMTCRS St Mary (ft)|tmerc 48.5 -112.5 1.00016 150000.00001464 0 units=ft|515|1530
7120|~RMTCRS Blackfeet (ft)|tmerc 48 -112.5 1.00019 99999.9999996 0 units=ft|515|1531
7121|~RMTCRS Milk River (ft)|lcc 48.5 -111 48.5 k_0=1.000145 x_0=150000.00001464 y_0=199999.9999992 units=ft|515|1532
7122|~RMTCRS Fort Belknap (ft)|lcc 48.5 -108.5 48.5 k_0=1.00012 x_0=199999.9999992 y_0=150000.00001464 units=ft|515|1533
7123|~RMTCRS Fort Peck Assiniboine (ft)|lcc 48.3333333333333 -105.5 48.3333333333333 k_0=1.00012 x_0=199999.9999992 y_0=99999.9999996 units=ft|515|1534
7124|~RMTCRS Fort Peck Sioux (ft)|lcc 48.3333333333333 -105.5 48.3333333333333 k_0=1.00009 x_0=99999.9999996 y_0=49999.99971024 units=ft|515|1535
7125|~RMTCRS Crow (ft)|tmerc 44.75 -107.75 1.000148 199999.9999992 0 units=ft|515|1536
7126|~RMTCRS Bobcat (ft)|lcc 46.25 -111.25 46.25 k_0=1.000185 x_0=99999.9999996 y_0=99999.9999996 units=ft|515|1537
7127|~RMTCRS Billings (ft)|lcc 45.7833333333333 -108.416666666667 45.7833333333333 k_0=1.0001515 x_0=199999.9999992 y_0=50000.00001504 units=ft|515|1538
7128|~RMTCRS Wind River (ftUS)|tmerc 42.6666666666667 -108.333333333333 1.00024 99999.99998984 0 units=us-ft|515|1539
7131|~San Francisco CS13|tmerc 37.75 -122.45 1.000007 48000 24000|515|1506
7132|~San Francisco CS13 (ftUS)|tmerc 37.75 -122.45 1.000007 48000 24000 units=us-ft|515|1506
7133|~|longlat|537|1521
7136|~|longlat|538|1505
7139|~|longlat|539|1505
7142|~Palestine Grid modified|tmerc 31.7340969444444 35.2120805555556 1 170251.555 126867.909|369|1101|89
7257|~InGCS Adams (m)|tmerc 40.55 -84.95 1.000034 240000 36000|515|1540
7258|~InGCS Adams (ftUS)|tmerc 40.55 -84.95 1.000034 240000 36000 units=us-ft|515|1540
7259|~InGCS Allen (m)|tmerc 40.9 -85.05 1.000031 240000 36000|515|1541
7260|~InGCS Allen (ftUS)|tmerc 40.9 -85.05 1.000031 240000 36000 units=us-ft|515|1541
7261|~InGCS Bartholomew (m)|tmerc 39 -85.85 1.000026 240000 36000|515|1542
7262|~InGCS Bartholomew (ftUS)|tmerc 39 -85.85 1.000026 240000 36000 units=us-ft|515|1542
7263|~InGCS Benton (m)|tmerc 40.45 -87.3 1.000029 240000 36000|515|1543
7264|~InGCS Benton (ftUS)|tmerc 40.45 -87.3 1.000029 240000 36000 units=us-ft|515|1543
7265|~InGCS Blackford-Delaware (m)|tmerc 40.05 -85.4 1.000038 240000 36000|515|1544
7266|~InGCS Blackford-Delaware (ftUS)|tmerc 40.05 -85.4 1.000038 240000 36000 units=us-ft|515|1544
7267|~InGCS Boone-Hendricks (m)|tmerc 39.6 -86.5 1.000036 240000 36000|515|1545
7268|~InGCS Boone-Hendricks (ftUS)|tmerc 39.6 -86.5 1.000036 240000 36000 units=us-ft|515|1545
7269|~InGCS Brown (m)|tmerc 39 -86.3 1.00003 240000 36000|515|1546
7270|~InGCS Brown (ftUS)|tmerc 39 -86.3 1.00003 240000 36000 units=us-ft|515|1546
7271|~InGCS Carroll (m)|tmerc 40.4 -86.65 1.000026 240000 36000|515|1547
7272|~InGCS Carroll (ftUS)|tmerc 40.4 -86.65 1.000026 240000 36000 units=us-ft|515|1547
7273|~InGCS Cass (m)|tmerc 40.55 -86.4 1.000028 240000 36000|515|1548
7274|~InGCS Cass (ftUS)|tmerc 40.55 -86.4 1.000028 240000 36000 units=us-ft|515|1548
7275|~InGCS Clark-Floyd-Scott (m)|tmerc 38.15 -85.6 1.000021 240000 36000|515|1549
7276|~InGCS Clark-Floyd-Scott (ftUS)|tmerc 38.15 -85.6 1.000021 240000 36000 units=us-ft|515|1549
7277|~InGCS Clay (m)|tmerc 39.15 -87.15 1.000024 240000 36000|515|1550
7278|~InGCS Clay (ftUS)|tmerc 39.15 -87.15 1.000024 240000 36000 units=us-ft|515|1550
7279|~InGCS Clinton (m)|tmerc 40.15 -86.6 1.000032 240000 36000|515|1551
7280|~InGCS Clinton (ftUS)|tmerc 40.15 -86.6 1.000032 240000 36000 units=us-ft|515|1551
7281|~InGCS Crawford-Lawrence-Orange (m)|tmerc 38.1 -86.5 1.000025 240000 36000|515|1552
7282|~InGCS Crawford-Lawrence-Orange (ftUS)|tmerc 38.1 -86.5 1.000025 240000 36000 units=us-ft|515|1552
7283|~InGCS Daviess-Greene (m)|tmerc 38.45 -87.1 1.000018 240000 36000|515|1553
7284|~InGCS Daviess-Greene (ftUS)|tmerc 38.45 -87.1 1.000018 240000 36000 units=us-ft|515|1553
7285|~InGCS Dearborn-Ohio-Switzerland (m)|tmerc 38.65 -84.9 1.000029 240000 36000|515|1554
7286|~InGCS Dearborn-Ohio-Switzerland (ftUS)|tmerc 38.65 -84.9 1.000029 240000 36000 units=us-ft|515|1554
7287|~InGCS Decatur-Rush (m)|tmerc 39.1 -85.65 1.000036 240000 36000|515|1555
7288|~InGCS Decatur-Rush (ftUS)|tmerc 39.1 -85.65 1.000036 240000 36000 units=us-ft|515|1555
7289|~InGCS DeKalb (m)|tmerc 41.25 -84.95 1.000036 240000 36000|515|1556
7290|~InGCS DeKalb (ftUS)|tmerc 41.25 -84.95 1.000036 240000 36000 units=us-ft|515|1556
7291|~InGCS Dubois-Martin (m)|tmerc 38.2 -86.95 1.00002 240000 36000|515|1557
7292|~InGCS Dubois-Martin (ftUS)|tmerc 38.2 -86.95 1.00002 240000 36000 units=us-ft|515|1557
7293|~InGCS Elkhart-Kosciusko-Wabash (m)|tmerc 40.65 -85.85 1.000033 240000 36000|515|1558
7294|~InGCS Elkhart-Kosciusko-Wabash (ftUS)|tmerc 40.65 -85.85 1.000033 240000 36000 units=us-ft|515|1558
7295|~InGCS Fayette-Franklin-Union (m)|tmerc 39.25 -85.05 1.000038 240000 36000|515|1559
7296|~InGCS Fayette-Franklin-Union (ftUS)|tmerc 39.25 -85.05 1.000038 240000 36000 units=us-ft|515|1559
7297|~InGCS Fountain-Warren (m)|tmerc 39.95 -87.3 1.000025 240000 36000|515|1560
7298|~InGCS Fountain-Warren (ftUS)|tmerc 39.95 -87.3 1.000025 240000 36000 units=us-ft|515|1560
7299|~InGCS Fulton-Marshall-St. Joseph (m)|tmerc 40.9 -86.3 1.000031 240000 36000|515|1561
7300|~InGCS Fulton-Marshall-St. Joseph (ftUS)|tmerc 40.9 -86.3 1.000031 240000 36000 units=us-ft|515|1561
7301|~InGCS Gibson (m)|tmerc 38.15 -87.65 1.000013 240000 36000|515|1562
7302|~InGCS Gibson (ftUS)|tmerc 38.15 -87.65 1.000013 240000 36000 units=us-ft|515|1562
7303|~InGCS Grant (m)|tmerc 40.35 -85.7 1.000034 240000 36000|515|1563
7304|~InGCS Grant (ftUS)|tmerc 40.35 -85.7 1.000034 240000 36000 units=us-ft|515|1563
7305|~InGCS Hamilton-Tipton (m)|tmerc 39.9 -86 1.000034 240000 36000|515|1564
7306|~InGCS Hamilton-Tipton (ftUS)|tmerc 39.9 -86 1.000034 240000 36000 units=us-ft|515|1564
7307|~InGCS Hancock-Madison (m)|tmerc 39.65 -85.8 1.000036 240000 36000|515|1565
7308|~InGCS Hancock-Madison (ftUS)|tmerc 39.65 -85.8 1.000036 240000 36000 units=us-ft|515|1565
7309|~InGCS Harrison-Washington (m)|tmerc 37.95 -86.15 1.000027 240000 36000|515|1566
7310|~InGCS Harrison-Washington (ftUS)|tmerc 37.95 -86.15 1.000027 240000 36000 units=us-ft|515|1566
7311|~InGCS Henry (m)|tmerc 39.75 -85.45 1.000043 240000 36000|515|1567
7312|~InGCS Henry (ftUS)|tmerc 39.75 -85.45 1.000043 240000 36000 units=us-ft|515|1567
7313|~InGCS Howard-Miami (m)|tmerc 40.35 -86.15 1.000031 240000 36000|515|1568
7314|~InGCS Howard-Miami (ftUS)|tmerc 40.35 -86.15 1.000031 240000 36000 units=us-ft|515|1568
7315|~InGCS Huntington-Whitley (m)|tmerc 40.65 -85.5 1.000034 240000 36000|515|1569
7316|~InGCS Huntington-Whitley (ftUS)|tmerc 40.65 -85.5 1.000034 240000 36000 units=us-ft|515|1569
7317|~InGCS Jackson (m)|tmerc 38.7 -85.95 1.000022 240000 36000|515|1570
7318|~InGCS Jackson (ftUS)|tmerc 38.7 -85.95 1.000022 240000 36000 units=us-ft|515|1570
7319|~InGCS Jasper-Porter (m)|tmerc 40.7 -87.1 1.000027 240000 36000|515|1571
7320|~InGCS Jasper-Porter (ftUS)|tmerc 40.7 -87.1 1.000027 240000 36000 units=us-ft|515|1571
7321|~InGCS Jay (m)|tmerc 40.3 -85 1.000038 240000 36000|515|1572
7322|~InGCS Jay (ftUS)|tmerc 40.3 -85 1.000038 240000 36000 units=us-ft|515|1572
7323|~InGCS Jefferson (m)|tmerc 38.55 -85.35 1.000028 240000 36000|515|1573
7324|~InGCS Jefferson (ftUS)|tmerc 38.55 -85.35 1.000028 240000 36000 units=us-ft|515|1573
7325|~InGCS Jennings (m)|tmerc 38.8 -85.8 1.000025 240000 36000|515|1574
7326|~InGCS Jennings (ftUS)|tmerc 38.8 -85.8 1.000025 240000 36000 units=us-ft|515|1574
7327|~InGCS Johnson-Marion (m)|tmerc 39.3 -86.15 1.000031 240000 36000|515|1575
7328|~InGCS Johnson-Marion (ftUS)|tmerc 39.3 -86.15 1.000031 240000 36000 units=us-ft|515|1575
7329|~InGCS Knox (m)|tmerc 38.4 -87.45 1.000015 240000 36000|515|1576
7330|~InGCS Knox (ftUS)|tmerc 38.4 -87.45 1.000015 240000 36000 units=us-ft|515|1576
7331|~InGCS LaGrange-Noble (m)|tmerc 41.25 -85.45 1.000037 240000 36000|515|1577
7332|~InGCS LaGrange-Noble (ftUS)|tmerc 41.25 -85.45 1.000037 240000 36000 units=us-ft|515|1577
7333|~InGCS Lake-Newton (m)|tmerc 40.7 -87.4 1.000026 240000 36000|515|1578
7334|~InGCS Lake-Newton (ftUS)|tmerc 40.7 -87.4 1.000026 240000 36000 units=us-ft|515|1578
7335|~InGCS LaPorte-Pulaski-Starke (m)|tmerc 40.9 -86.75 1.000027 240000 36000|515|1579
7336|~InGCS LaPorte-Pulaski-Starke (ftUS)|tmerc 40.9 -86.75 1.000027 240000 36000 units=us-ft|515|1579
7337|~InGCS Monroe-Morgan (m)|tmerc 38.95 -86.5 1.000028 240000 36000|515|1580
7338|~InGCS Monroe-Morgan (ftUS)|tmerc 38.95 -86.5 1.000028 240000 36000 units=us-ft|515|1580
7339|~InGCS Montgomery-Putnam (m)|tmerc 39.45 -86.95 1.000031 240000 36000|515|1581
7340|~InGCS Montgomery-Putnam (ftUS)|tmerc 39.45 -86.95 1.000031 240000 36000 units=us-ft|515|1581
7341|~InGCS Owen (m)|tmerc 39.15 -86.9 1.000026 240000 36000|515|1582
7342|~InGCS Owen (ftUS)|tmerc 39.15 -86.9 1.000026 240000 36000 units=us-ft|515|1582
7343|~InGCS Parke-Vermillion (m)|tmerc 39.6 -87.35 1.000022 240000 36000|515|1583
7344|~InGCS Parke-Vermillion (ftUS)|tmerc 39.6 -87.35 1.000022 240000 36000 units=us-ft|515|1583
7345|~InGCS Perry (m)|tmerc 37.8 -86.7 1.00002 240000 36000|515|1584
7346|~InGCS Perry (ftUS)|tmerc 37.8 -86.7 1.00002 240000 36000 units=us-ft|515|1584
7347|~InGCS Pike-Warrick (m)|tmerc 37.85 -87.3 1.000015 240000 36000|515|1585
7348|~InGCS Pike-Warrick (ftUS)|tmerc 37.85 -87.3 1.000015 240000 36000 units=us-ft|515|1585
7349|~InGCS Posey (m)|tmerc 37.75 -87.95 1.000013 240000 36000|515|1586
7350|~InGCS Posey (ftUS)|tmerc 37.75 -87.95 1.000013 240000 36000 units=us-ft|515|1586
7351|~InGCS Randolph-Wayne (m)|tmerc 39.7 -85.05 1.000044 240000 36000|515|1587
7352|~InGCS Randolph-Wayne (ftUS)|tmerc 39.7 -85.05 1.000044 240000 36000 units=us-ft|515|1587
7353|~InGCS Ripley (m)|tmerc 38.9 -85.3 1.000038 240000 36000|515|1588
7354|~InGCS Ripley (ftUS)|tmerc 38.9 -85.3 1.000038 240000 36000 units=us-ft|515|1588
7355|~InGCS Shelby (m)|tmerc 39.3 -85.9 1.00003 240000 36000|515|1589
7356|~InGCS Shelby (ftUS)|tmerc 39.3 -85.9 1.00003 240000 36000 units=us-ft|515|1589
7357|~InGCS Spencer (m)|tmerc 37.75 -87.05 1.000014 240000 36000|515|1590
7358|~InGCS Spencer (ftUS)|tmerc 37.75 -87.05 1.000014 240000 36000 units=us-ft|515|1590
7359|~InGCS Steuben (m)|tmerc 41.5 -85 1.000041 240000 36000|515|1591
7360|~InGCS Steuben (ftUS)|tmerc 41.5 -85 1.000041 240000 36000 units=us-ft|515|1591
7361|~InGCS Sullivan (m)|tmerc 38.9 -87.5 1.000017 240000 36000|515|1592
7362|~InGCS Sullivan (ftUS)|tmerc 38.9 -87.5 1.000017 240000 36000 units=us-ft|515|1592
7363|~InGCS Tippecanoe-White (m)|tmerc 40.2 -86.9 1.000026 240000 36000|515|1593
7364|~InGCS Tippecanoe-White (ftUS)|tmerc 40.2 -86.9 1.000026 240000 36000 units=us-ft|515|1593
7365|~InGCS Vanderburgh (m)|tmerc 37.8 -87.55 1.000015 240000 36000|515|1594
7366|~InGCS Vanderburgh (ftUS)|tmerc 37.8 -87.55 1.000015 240000 36000 units=us-ft|515|1594
7367|~InGCS Vigo (m)|tmerc 39.25 -87.45 1.00002 240000 36000|515|1595
7368|~InGCS Vigo (ftUS)|tmerc 39.25 -87.45 1.00002 240000 36000 units=us-ft|515|1595
7369|~InGCS Wells (m)|tmerc 40.55 -85.25 1.000034 240000 36000|515|1596
7370|~InGCS Wells (ftUS)|tmerc 40.55 -85.25 1.000034 240000 36000 units=us-ft|515|1596
7373|~|longlat|540|1597
7374|~UTM zone 39N|utm 39|540|1598
7375|~UTM zone 40N|utm 40|540|1599
7376|~UTM zone 41N|utm 41|540|1600
7528|~WISCRS Adams and Juneau (m)|tmerc 43.3666666666667 -90 1.0000365285 147218.6942 .0037|515|1601
7529|~WISCRS Ashland (m)|tmerc 45.7061111111111 -90.6222222222222 1.0000495683 172821.9461 .0017|515|1602
7530|~WISCRS Barron (m)|tmerc 45.1333333333333 -91.85 1.0000486665 93150 .0029|515|1603
7531|~WISCRS Bayfield (m)|lcc 46.6696483772222 -91.1527777777778 46.6696483772222 k_0=1.0000331195 x_0=228600.4575 y_0=148551.4837|515|1604
7532|~WISCRS Brown (m)|tmerc 43 -88 1.00002 31600 4600|515|1605
7533|~WISCRS Buffalo (m)|tmerc 43.4813888888889 -91.7972222222222 1.0000382778 175260.3502 .0048|515|1606
7534|~WISCRS Burnett (m)|lcc 45.8987148658333 -92.4577777777778 45.8987148658333 k_0=1.0000383841 x_0=64008.1276 y_0=59445.9043|515|1607
7535|~WISCRS Calumet, Fond du Lac, Outagamie and Winnebago (m)|tmerc 42.7194444444444 -88.5 1.0000286569 244754.8893 .0049|515|1608
7536|~WISCRS Chippewa (m)|lcc 44.9778568986111 -91.2944444444444 44.9778568986111 k_0=1.0000391127 x_0=60045.72 y_0=44091.4346|515|1609
7537|~WISCRS Clark (m)|tmerc 43.6 -90.7083333333333 1.0000463003 199949.1989 .0086|515|1610
7538|~WISCRS Columbia (m)|lcc 43.4625466458333 -89.3944444444444 43.4625466458333 k_0=1.00003498 x_0=169164.3381 y_0=111569.6134|515|1611
7539|~WISCRS Crawford (m)|lcc 43.200055605 -90.9388888888889 43.200055605 k_0=1.0000349151 x_0=113690.6274 y_0=53703.1201|515|1612
7540|~WISCRS Dane (m)|lcc 43.0695160375 -89.4222222222222 43.0695160375 k_0=1.0000384786 x_0=247193.2944 y_0=146591.9896|515|1613
7541|~WISCRS Dodge and Jefferson (m)|tmerc 41.4722222222222 -88.775 1.0000346418 263347.7263 .0076|515|1614
7542|~WISCRS Door (m)|tmerc 44.4 -87.2722222222222 1.0000187521 158801.1176 .0023|515|1615
7543|~WISCRS Douglas (m)|tmerc 45.8833333333333 -91.9166666666667 1.0000385418 59131.3183 .0041|515|1616
7544|~WISCRS Dunn (m)|tmerc 44.4083333333333 -91.8944444444444 1.0000410324 51816.104 .003|515|1617
7545|~WISCRS Eau Claire (m)|lcc 44.8722811263889 -91.2888888888889 44.8722811263889 k_0=1.000035079 x_0=120091.4402 y_0=91687.9239|515|1618
7546|~WISCRS Florence (m)|tmerc 45.4388888888889 -88.1416666666667 1.0000552095 133502.6683 .0063|515|1619
7547|~WISCRS Forest (m)|tmerc 44.0055555555556 -88.6333333333333 1.0000673004 275844.5533 .0157|515|1620
7548|~WISCRS Grant (m)|tmerc 41.4111111111111 -90.8 1.0000349452 242316.4841 .01|515|1621
7549|~WISCRS Green and Lafayette (m)|lcc 42.6375622769444 -89.8388888888889 42.6375622769444 k_0=1.0000390487 x_0=170078.7403 y_0=45830.2947|515|1622
7550|~WISCRS Green Lake and Marquette (m)|lcc 43.8070001177778 -89.2416666666667 43.8070001177778 k_0=1.0000344057 x_0=150876.3018 y_0=79170.7795|515|1623
7551|~WISCRS Iowa (m)|tmerc 42.5388888888889 -90.1611111111111 1.0000394961 113081.0261 .0045|515|1624
7552|~WISCRS Iron (m)|tmerc 45.4333333333333 -90.2555555555556 1.0000677153 220980.4419 .0085|515|1625
7553|~WISCRS Jackson (m)|tmerc 44.2533351277778 -90.8442965194444 1.0000353 27000 25000|515|1626
7554|~WISCRS Kenosha, Milwaukee, Ozaukee and Racine (m)|tmerc 42.2166666666667 -87.8944444444444 1.0000260649 185928.3728 .0009|515|1627
7555|~WISCRS Kewaunee, Manitowoc and Sheboygan (m)|tmerc 43.2666666666667 -87.55 1.0000233704 79857.7614 .0012|515|1628
7556|~WISCRS La Crosse (m)|tmerc 43.4511111111111 -91.3166666666667 1.0000319985 130454.6598 .0033|515|1629
7557|~WISCRS Langlade (m)|lcc 45.1542371052778 -89.0333333333333 45.1542371052778 k_0=1.0000627024 x_0=198425.197 y_0=105279.7829|515|1630
7558|~WISCRS Lincoln (m)|tmerc 44.8444444444444 -89.7333333333333 1.0000599003 116129.0323 .0058|515|1631
7559|~WISCRS Marathon (m)|lcc 44.9009044236111 -89.77 44.9009044236111 k_0=1.000053289 x_0=74676.1493 y_0=55049.2669|515|1632
7560|~WISCRS Marinette (m)|tmerc 44.6916666666667 -87.7111111111111 1.0000234982 238658.8794 .0032|515|1633
7561|~WISCRS Menominee (m)|tmerc 44.7166666666667 -88.4166666666667 1.0000362499 105461.0121 .0029|515|1634
7562|~WISCRS Monroe (m)|lcc 44.0000739286111 -90.6416666666667 44.0000739286111 k_0=1.0000434122 x_0=204521.209 y_0=121923.9861|515|1635
7563|~WISCRS Oconto (m)|tmerc 44.3972222222222 -87.9083333333333 1.0000236869 182880.3676 .0033|515|1636
7564|~WISCRS Oneida (m)|lcc 45.7042237702778 -89.5444444444444 45.7042237702778 k_0=1.0000686968 x_0=70104.1401 y_0=57588.0346|515|1637
7565|~WISCRS Pepin and Pierce (m)|lcc 44.6361488719444 -92.2277777777778 44.6361488719444 k_0=1.0000362977 x_0=167640.3354 y_0=86033.0876|515|1638
7566|~WISCRS Polk (m)|tmerc 44.6611111111111 -92.6333333333333 1.0000433849 141732.2823 .0059|515|1639
7567|~WISCRS Portage (m)|lcc 44.4168239752778 -89.5 44.4168239752778 k_0=1.000039936 x_0=56388.1128 y_0=50022.1874|515|1640
7568|~WISCRS Price (m)|tmerc 44.5555555555556 -90.4888888888889 1.0000649554 227990.8546 .0109|515|1641
7569|~WISCRS Richland (m)|lcc 43.3223129275 -90.4305555555556 43.3223129275 k_0=1.0000375653 x_0=202387.6048 y_0=134255.4253|515|1642
7570|~WISCRS Rock (m)|tmerc 41.9444444444444 -89.0722222222222 1.0000337311 146304.2926 .0068|515|1643
7571|~WISCRS Rusk (m)|tmerc 43.9194444444444 -91.0666666666667 1.0000495976 250546.1013 .0234|515|1644
7572|~WISCRS Sauk (m)|tmerc 42.8194444444444 -89.9 1.0000373868 185623.5716 .0051|515|1645
7573|~WISCRS Sawyer (m)|lcc 45.9000991313889 -91.1166666666667 45.9000991313889 k_0=1.0000573461 x_0=216713.2336 y_0=120734.1631|515|1646
7574|~WISCRS Shawano (m)|tmerc 44.0361111111111 -88.6055555555556 1.000032144 262433.3253 .0096|515|1647
7575|~WISCRS St. Croix (m)|tmerc 44.0361111111111 -92.6333333333333 1.0000381803 165506.7302 .0103|515|1648
7576|~WISCRS Taylor (m)|lcc 45.1778220858333 -90.4833333333333 45.1778220858333 k_0=1.0000597566 x_0=187147.5744 y_0=107746.7522|515|1649
7577|~WISCRS Trempealeau (m)|tmerc 43.1611111111111 -91.3666666666667 1.0000361538 256946.9138 .0041|515|1650
7578|~WISCRS Vernon (m)|lcc 43.5750329397222 -90.7833333333333 43.5750329397222 k_0=1.0000408158 x_0=222504.4451 y_0=47532.0602|515|1651
7579|~WISCRS Vilas (m)|lcc 46.0778440905556 -89.4888888888889 46.0778440905556 k_0=1.0000730142 x_0=134417.0689 y_0=50337.1092|515|1652
7580|~WISCRS Walworth (m)|lcc 42.6694620969444 -88.5416666666667 42.6694620969444 k_0=1.0000367192 x_0=232562.8651 y_0=111088.2224|515|1653
7581|~WISCRS Washburn (m)|lcc 45.9612198333333 -91.7833333333333 45.9612198333333 k_0=1.0000475376 x_0=234086.8682 y_0=188358.6058|515|1654
7582|~WISCRS Washington (m)|tmerc 42.9180555555556 -88.0638888888889 1.00003738 120091.4415 .003|515|1655
7583|~WISCRS Waukesha (m)|tmerc 42.5694444444444 -88.225 1.0000346179 208788.418 .0034|515|1656
7584|~WISCRS Waupaca (m)|tmerc 43.4202777777778 -88.8166666666667 1.0000333645 185013.9709 .007|515|1657
7585|~WISCRS Waushara (m)|lcc 44.1139440458333 -89.2416666666667 44.1139440458333 k_0=1.0000392096 x_0=120091.4402 y_0=45069.7587|515|1658
7586|~WISCRS Wood (m)|lcc 44.3625954694444 -90 44.3625954694444 k_0=1.0000421209 x_0=208483.6173 y_0=134589.754|515|1659
7587|~WISCRS Adams and Juneau (ftUS)|tmerc 43.3666666666667 -90 1.0000365285 147218.694132588 .00365760731521463 units=us-ft|515|1601
7588|~WISCRS Ashland (ftUS)|tmerc 45.7061111111111 -90.6222222222222 1.0000495683 172821.945948692 .00182880365760732 units=us-ft|515|1602
7589|~WISCRS Barron (ftUS)|tmerc 45.1333333333333 -91.85 1.0000486665 93150 .00304800609601219 units=us-ft|515|1603
7590|~WISCRS Bayfield (ftUS)|lcc 46.6696483772222 -91.1527777777778 46.6696483772222 k_0=1.0000331195 x_0=228600.457505715 y_0=148551.483566167 units=us-ft|515|1604
7591|~WISCRS Brown (ftUS)|tmerc 43 -88 1.00002 31599.9998983998 4599.9998983998 units=us-ft|515|1605
7592|~WISCRS Buffalo (ftUS)|tmerc 43.4813888888889 -91.7972222222222 1.0000382778 175260.3502159 .00487680975361951 units=us-ft|515|1606
7593|~WISCRS Burnett (ftUS)|lcc 45.8987148658333 -92.4577777777778 45.8987148658333 k_0=1.0000383841 x_0=64008.1277114554 y_0=59445.9041910084 units=us-ft|515|1607
7594|~WISCRS Calumet, Fond du Lac, Outagamie and Winnebago (ftUS)|tmerc 42.7194444444444 -88.5 1.0000286569 244754.889204978 .00487680975361951 units=us-ft|515|1608
7595|~WISCRS Chippewa (ftUS)|lcc 44.9778568986111 -91.2944444444444 44.9778568986111 k_0=1.0000391127 x_0=60045.7200914402 y_0=44091.434493269 units=us-ft|515|1609
7596|~WISCRS Clark (ftUS)|tmerc 43.6 -90.7083333333333 1.0000463003 199949.198983998 .00853441706883414 units=us-ft|515|1610
7597|~WISCRS Columbia (ftUS)|lcc 43.4625466458333 -89.3944444444444 43.4625466458333 k_0=1.00003498 x_0=169164.338023876 y_0=111569.613512827 units=us-ft|515|1611
7598|~WISCRS Crawford (ftUS)|lcc 43.200055605 -90.9388888888889 43.200055605 k_0=1.0000349151 x_0=113690.627381255 y_0=53703.1202438405 units=us-ft|515|1612
7599|~WISCRS Dane (ftUS)|lcc 43.0695160375 -89.4222222222222 43.0695160375 k_0=1.0000384786 x_0=247193.294386589 y_0=146591.989636779 units=us-ft|515|1613
7600|~WISCRS Dodge and Jefferson (ftUS)|tmerc 41.4722222222222 -88.775 1.0000346418 263347.726390653 .00762001524003048 units=us-ft|515|1614
7601|~WISCRS Door (ftUS)|tmerc 44.4 -87.2722222222222 1.0000187521 158801.117602235 .00243840487680975 units=us-ft|515|1615
7602|~WISCRS Douglas (ftUS)|tmerc 45.8833333333333 -91.9166666666667 1.0000385418 59131.3182626365 .00396240792481585 units=us-ft|515|1616
7603|~WISCRS Dunn (ftUS)|tmerc 44.4083333333333 -91.8944444444444 1.0000410324 51816.1039370079 .00304800609601219 units=us-ft|515|1617
7604|~WISCRS Eau Claire (ftUS)|lcc 44.8722811263889 -91.2888888888889 44.8722811263889 k_0=1.000035079 x_0=120091.44018288 y_0=91687.9239014478 units=us-ft|515|1618
7605|~WISCRS Florence (ftUS)|tmerc 45.4388888888889 -88.1416666666667 1.0000552095 133502.668224536 .0064008128016256 units=us-ft|515|1619
7606|~WISCRS Forest (ftUS)|tmerc 44.0055555555556 -88.6333333333333 1.0000673004 275844.553213106 .0158496316992634 units=us-ft|515|1620
7607|~WISCRS Grant (ftUS)|tmerc 41.4111111111111 -90.8 1.0000349452 242316.484023368 .0100584201168402 units=us-ft|515|1621
7608|~WISCRS Green and Lafayette (ftUS)|lcc 42.6375622769444 -89.8388888888889 42.6375622769444 k_0=1.0000390487 x_0=170078.74015748 y_0=45830.2948437897 units=us-ft|515|1622
7609|~WISCRS Green Lake and Marquette (ftUS)|lcc 43.8070001177778 -89.2416666666667 43.8070001177778 k_0=1.0000344057 x_0=150876.301752604 y_0=79170.7793751588 units=us-ft|515|1623
7610|~WISCRS Iowa (ftUS)|tmerc 42.5388888888889 -90.1611111111111 1.0000394961 113081.026162052 .00457200914401829 units=us-ft|515|1624
7611|~WISCRS Iron (ftUS)|tmerc 45.4333333333333 -90.2555555555556 1.0000677153 220980.441960884 .00853441706883414 units=us-ft|515|1625
7612|~WISCRS Jackson (ftUS)|tmerc 44.2533351277778 -90.8442965194444 1.0000353 27000 24999.9998983998 units=us-ft|515|1626
7613|~WISCRS Kenosha, Milwaukee, Ozaukee and Racine (ftUS)|tmerc 42.2166666666667 -87.8944444444444 1.0000260649 185928.372771146 .000914401828803658 units=us-ft|515|1627
7614|~WISCRS Kewaunee, Manitowoc and Sheboygan (ftUS)|tmerc 43.2666666666667 -87.55 1.0000233704 79857.7615443231 .00121920243840488 units=us-ft|515|1628
7615|~WISCRS La Crosse (ftUS)|tmerc 43.4511111111111 -91.3166666666667 1.0000319985 130454.659690119 .00335280670561341 units=us-ft|515|1629
7616|~WISCRS Langlade (ftUS)|lcc 45.1542371052778 -89.0333333333333 45.1542371052778 k_0=1.0000627024 x_0=198425.196850394 y_0=105279.782880366 units=us-ft|515|1630
7617|~WISCRS Lincoln (ftUS)|tmerc 44.8444444444444 -89.7333333333333 1.0000599003 116129.032258065 .00579121158242317 units=us-ft|515|1631
7618|~WISCRS Marathon (ftUS)|lcc 44.9009044236111 -89.77 44.9009044236111 k_0=1.000053289 x_0=74676.1493522987 y_0=55049.2669545339 units=us-ft|515|1632
7619|~WISCRS Marinette (ftUS)|tmerc 44.6916666666667 -87.7111111111111 1.0000234982 238658.879451359 .00304800609601219 units=us-ft|515|1633
7620|~WISCRS Menominee (ftUS)|tmerc 44.7166666666667 -88.4166666666667 1.0000362499 105461.012141224 .00304800609601219 units=us-ft|515|1634
7621|~WISCRS Monroe (ftUS)|lcc 44.0000739286111 -90.6416666666667 44.0000739286111 k_0=1.0000434122 x_0=204521.209042418 y_0=121923.986182372 units=us-ft|515|1635
7622|~WISCRS Oconto (ftUS)|tmerc 44.3972222222222 -87.9083333333333 1.0000236869 182880.367589535 .00335280670561341 units=us-ft|515|1636
7623|~WISCRS Oneida (ftUS)|lcc 45.7042237702778 -89.5444444444444 45.7042237702778 k_0=1.0000686968 x_0=70104.1402082804 y_0=57588.0347472695 units=us-ft|515|1637
7624|~WISCRS Pepin and Pierce (ftUS)|lcc 44.6361488719444 -92.2277777777778 44.6361488719444 k_0=1.0000362977 x_0=167640.335280671 y_0=86033.0877317755 units=us-ft|515|1638
7625|~WISCRS Polk (ftUS)|tmerc 44.6611111111111 -92.6333333333333 1.0000433849 141732.282245365 .00579121158242317 units=us-ft|515|1639
7626|~WISCRS Portage (ftUS)|lcc 44.4168239752778 -89.5 44.4168239752778 k_0=1.000039936 x_0=56388.1127762256 y_0=50022.1874523749 units=us-ft|515|1640
7627|~WISCRS Price (ftUS)|tmerc 44.5555555555556 -90.4888888888889 1.0000649554 227990.854457709 .0109728219456439 units=us-ft|515|1641
7628|~WISCRS Richland (ftUS)|lcc 43.3223129275 -90.4305555555556 43.3223129275 k_0=1.0000375653 x_0=202387.60477521 y_0=134255.425450851 units=us-ft|515|1642
7629|~WISCRS Rock (ftUS)|tmerc 41.9444444444444 -89.0722222222222 1.0000337311 146304.292608585 .00670561341122682 units=us-ft|515|1643
7630|~WISCRS Rusk (ftUS)|tmerc 43.9194444444444 -91.0666666666667 1.0000495976 250546.101397003 .0234696469392939 units=us-ft|515|1644
7631|~WISCRS Sauk (ftUS)|tmerc 42.8194444444444 -89.9 1.0000373868 185623.571551943 .00518161036322073 units=us-ft|515|1645
7632|~WISCRS Sawyer (ftUS)|lcc 45.9000991313889 -91.1166666666667 45.9000991313889 k_0=1.0000573461 x_0=216713.233731268 y_0=120734.163169926 units=us-ft|515|1646
7633|~WISCRS Shawano (ftUS)|tmerc 44.0361111111111 -88.6055555555556 1.000032144 262433.32517145 .0094488188976378 units=us-ft|515|1647
7634|~WISCRS St. Croix (ftUS)|tmerc 44.0361111111111 -92.6333333333333 1.0000381803 165506.73009906 .0103632207264415 units=us-ft|515|1648
7635|~WISCRS Taylor (ftUS)|lcc 45.1778220858333 -90.4833333333333 45.1778220858333 k_0=1.0000597566 x_0=187147.574295149 y_0=107746.752146304 units=us-ft|515|1649
7636|~WISCRS Trempealeau (ftUS)|tmerc 43.1611111111111 -91.3666666666667 1.0000361538 256946.913893828 .00396240792481585 units=us-ft|515|1650
7637|~WISCRS Vernon (ftUS)|lcc 43.5750329397222 -90.7833333333333 43.5750329397222 k_0=1.0000408158 x_0=222504.44500889 y_0=47532.0603505207 units=us-ft|515|1651
7638|~WISCRS Vilas (ftUS)|lcc 46.0778440905556 -89.4888888888889 46.0778440905556 k_0=1.0000730142 x_0=134417.068834138 y_0=50337.1092710185 units=us-ft|515|1652
7639|~WISCRS Walworth (ftUS)|lcc 42.6694620969444 -88.5416666666667 42.6694620969444 k_0=1.0000367192 x_0=232562.86512573 y_0=111088.222402845 units=us-ft|515|1653
7640|~WISCRS Washburn (ftUS)|lcc 45.9612198333333 -91.7833333333333 45.9612198333333 k_0=1.0000475376 x_0=234086.868173736 y_0=188358.605943612 units=us-ft|515|1654
7641|~WISCRS Washington (ftUS)|tmerc 42.9180555555556 -88.0638888888889 1.00003738 120091.441402083 .00304800609601219 units=us-ft|515|1655
7642|~WISCRS Waukesha (ftUS)|tmerc 42.5694444444444 -88.225 1.0000346179 208788.417881636 .00335280670561341 units=us-ft|515|1656
7643|~WISCRS Waupaca (ftUS)|tmerc 43.4202777777778 -88.8166666666667 1.0000333645 185013.970942342 .00701041402082804 units=us-ft|515|1657
7644|~WISCRS Waushara (ftUS)|lcc 44.1139440458333 -89.2416666666667 44.1139440458333 k_0=1.0000392096 x_0=120091.44018288 y_0=45069.7588011176 units=us-ft|515|1658
7645|~WISCRS Wood (ftUS)|lcc 44.3625954694444 -90 44.3625954694444 k_0=1.0000421209 x_0=208483.617272035 y_0=134589.753924308 units=us-ft|515|1659
7683|~|longlat|541|1043
7686|~|longlat|542|1660
7692|~zone 1|tmerc 0 68.5166666666667 1 1300000 14743.5|542|1661
7693|~zone 2|tmerc 0 71.5166666666667 1 2300000 14743.5|542|1662
7694|~zone 3|tmerc 0 74.5166666666667 1 3300000 14743.5|542|1663
7695|~zone 4|tmerc 0 77.5166666666667 1 4300000 14743.5|542|1664
7696|~zone 5|tmerc 0 80.5166666666667 1 5300000 14743.5|542|1665
7755|~India NSF LCC|lcc 24 80 12.472955 35.1728044444444 4000000 4000000|70|1666
7756|~Andhra Pradesh|lcc 16.25543298 80.875 13.75 18.75 1000000 1000000|70|1667
7757|~Arunachal Pradesh|lcc 28.00157897 94.5 27 29 1000000 1000000|70|1668
7758|~Assam|lcc 26.00257703 92.75 24.6666666666667 27.3333333333333 1000000 1000000|70|1669
7759|~Bihar|lcc 25.87725247 85.875 24.625 27.125 1000000 1000000|70|1670
7760|~Delhi|lcc 28.62510126 77 28.375 28.875 1000000 1000000|70|1671
7761|~Gujarat|lcc 22.37807121 71.375 20.7916666666667 23.9583333333333 1000000 1000000|70|1672
7762|~Haryana|lcc 29.25226266 76 28.0833333333333 30.4166666666667 1000000 1000000|70|1673
7763|~Himachal Pradesh|lcc 31.75183497 77.375 30.75 32.75 1000000 1000000|70|1674
7764|~Jammu and Kashmir|lcc 34.75570874 76.5 33.0833333333333 36.4166666666667 1000000 1000000|70|1675
7765|~Jharkhand|lcc 23.62652682 85.625 22.5416666666667 24.7083333333333 1000000 1000000|70|1676
7766|~Madhya Pradesh|lcc 24.00529821 78.375 22 26 1000000 1000000|70|1677
7767|~Maharashtra|lcc 18.88015774 76.75 16.625 21.125 1000000 1000000|70|1678
7768|~Manipur|lcc 24.75060911 94 24.0833333333333 25.4166666666667 1000000 1000000|70|1679
7769|~Meghalaya|lcc 25.62524747 91.375 25.2083333333333 26.0416666666667 1000000 1000000|70|1680
7770|~Nagaland|lcc 26.12581974 94.375 25.375 26.875 1000000 1000000|70|1681
7771|~India Northeast|lcc 25.63452135 93.5 23.0416666666667 28.2083333333333 1000000 1000000|70|1682
7772|~Orissa|lcc 20.25305174 84.375 18.5833333333333 21.9166666666667 1000000 1000000|70|1683
7773|~Punjab|lcc 31.00178226 75.375 30 32 1000000 1000000|70|1684
7774|~Rajasthan|lcc 26.88505546 73.875 24.2916666666667 29.4583333333333 1000000 1000000|70|1685
7775|~Uttar Pradesh|lcc 27.13270823 80.875 24.875 29.375 1000000 1000000|70|1686
7776|~Uttaranchal|lcc 30.0017132 79.375 29 31 1000000 1000000|70|1687
7777|~Andaman and Nicobar|tmerc 10.25 93.25 .9999428 1000000 1000000|70|1688
7778|~Chhattisgarh|tmerc 21 82.25 .9998332 1000000 1000000|70|1689
7779|~Goa|tmerc 15.375 74 .9999913 1000000 1000000|70|1690
7780|~Karnataka|tmerc 15.125 76.375 .9998012 1000000 1000000|70|1691
7781|~Kerala|tmerc 10.5 76 .9999177 1000000 1000000|70|1692
7782|~Lakshadweep|tmerc 10 73.125 .9999536 1000000 1000000|70|1693
7783|~Mizoram|tmerc 23.125 92.75 .9999821 1000000 1000000|70|1694
7784|~Sikkim|tmerc 27.625 88.5 .9999926 1000000 1000000|70|1695
7785|~Tamil Nadu|tmerc 10.875 78.375 .9997942 1000000 1000000|70|1696
7786|~Tripura|tmerc 23.75 91.75 .9999822 1000000 1000000|70|1697
7787|~West Bengal|tmerc 24.375 87.875 .9998584 1000000 1000000|70|1698
7791|~UTM zone 32N|utm 32|520|548
7792|~UTM zone 33N|utm 33|520|595
7793|~UTM zone 34N|utm 34|520|1471
7794|~Italy zone (E-N)|tmerc 0 12 .9985 7000000 0|520|1089
7795|~Zone 12 (E-N)|tmerc 0 12 1 3000000 0|520|1089
7798|~|longlat|543|1699
7799|~UTM zone 34N (N-E)|utm 34|543|1700
7800|~UTM zone 35N (N-E)|utm 35|543|1701
7801|~CCS2005|lcc 42.6678756833333 25.5 42 43.3333333333333 500000 4725824.3591|543|1702
7803|~UTM zone 34N|utm 34|543|1700
7804|~UTM zone 35N|utm 34|543|1701
7805|~UTM zone 36N|utm 36|543|1703
7825|~CS63 zone X1|tmerc .0833333333333333 23.5 1 1300000 0|90|1704
7826|~CS63 zone X2|tmerc .0833333333333333 26.5 1 2300000 0|90|1705
7827|~CS63 zone X3|tmerc .0833333333333333 29.5 1 3300000 0|90|1706
7828|~CS63 zone X4|tmerc .0833333333333333 32.5 1 4300000 0|90|1707
7829|~CS63 zone X5|tmerc .0833333333333333 35.5 1 5300000 0|90|1708
7830|~CS63 zone X6|tmerc .0833333333333333 38.5 1 6300000 0|90|1709
7831|~CS63 zone X7|tmerc .0833333333333333 41.5 1 7300000 0|90|1710
7844|~|longlat|544|1103
7845|~GA LCC|lcc 0 134 -18 -36 0 0|544|626
7846|~MGA zone 46|utm 46 +south|544|1477
7847|~MGA zone 47|utm 47 +south|544|1478
7848|~MGA zone 48|utm 48 +south|544|1711
7849|~MGA zone 49|utm 49 +south|544|1712
7850|~MGA zone 50|utm 50 +south|544|1713
7851|~MGA zone 51|utm 51 +south|544|1714
7852|~MGA zone 52|utm 52 +south|544|1715
7853|~MGA zone 53|utm 53 +south|544|1716
7854|~MGA zone 54|utm 54 +south|544|1717
7855|~MGA zone 55|utm 55 +south|544|1718
7856|~MGA zone 56|utm 56 +south|544|1719
7857|~MGA zone 57|utm 57 +south|544|1720
7858|~MGA zone 58|utm 58 +south|544|1721
7859|~MGA zone 59|utm 59 +south|544|1479
7877|~SHLG71|tmerc -15.9666666666667 -5.71666666666667 1 300000 2000000|431|1171
7878|~UTM zone 30S|utm 30 +south|431|1171
7881|~|longlat|545|1171
7882|~SHLG(Tritan)|tmerc -15.9666666666667 -5.71666666666667 1 299483.737 2000527.879|545|1171
7883|~UTM zone 30S|utm 30 +south|545|1171
7886|~|longlat|546|1171
7887|SHMG2015|utm 30 +south|546|1171
7899|~Vicgrid|lcc -37 145 -36 -38 2500000 2500000|544|625
7991|~MTM zone 10|tmerc 0 -79.5 .9999 304800 0|63|19|18
7992|~UTM zone 33S|utm 33 +south|350|1722
8013|~ALB2020|tmerc 0 117.883333333333 1.0000044 50000 4100000|544|1723
8014|~BIO2020|tmerc 0 115.25 1.0000022 60000 2700000|544|1724
8015|~BRO2020|tmerc 0 122.333333333333 1.00000298 50000 2300000|544|1725
8016|~BCG2020|tmerc 0 115.433333333333 .99999592 50000 4000000|544|1726
8017|~CARN2020|tmerc 0 113.666666666667 .99999796 50000 3050000|544|1727
8018|~CIG2020|tmerc 0 105.625 1.00002514 50000 1400000|544|1472
8019|~CKIG2020|tmerc 0 96.875 .99999387 50000 1600000|544|1169
8020|~COL2020|tmerc 0 115.933333333333 1.000019 40000 4100000|544|1728
8021|~ESP2020|tmerc 0 121.883333333333 1.0000055 50000 4050000|544|1729
8022|~EXM2020|tmerc 0 114.066666666667 1.00000236 50000 2750000|544|1730
8023|~GCG2020|tmerc 0 114.583333333333 1.00000628 50000 3450000|544|1731
8024|~GOLD2020|tmerc 0 121.5 1.00004949 60000 3800000|544|1732
8025|~JCG2020|tmerc 0 114.983333333333 1.00000314 50000 3650000|544|1733
8026|~KALB2020|tmerc 0 114.315277777778 1.000014 55000 3700000|544|1734
8027|~KAR2020|tmerc 0 116.933333333333 .9999989 50000 2550000|544|1735
8028|~KUN2020|tmerc 0 128.75 1.0000165 50000 2100000|544|1736
8029|~LCG2020|tmerc 0 115.366666666667 1.00000157 50000 3750000|544|1737
8030|~MRCG2020|tmerc 0 115.166666666667 1.0000055 50000 4050000|544|1738
8031|~PCG2020|tmerc 0 115.816666666667 .99999906 50000 3900000|544|1739
8032|~PHG2020|tmerc 0 118.6 1.00000135 50000 2500000|544|1740
8035|~TM Zone 20N (ftUS)|tmerc 0 -63 .9996 500000.0001016 0 units=us-ft|70|1741
8036|~TM Zone 21N (ftUS)|tmerc 0 -57 .9996 500000.0001016 0 units=us-ft|70|1742
8042|~|longlat|547|1743|815
8043|~|longlat|548|1744|814
8058|~NSW Lambert|lcc -33.25 147 -30.75 -35.75 9300000 4500000|544|795
8059|~SA Lambert|lcc -32 135 -28 -36 1000000 2000000|544|622
8065|~PCCS zone 1 (ft)|omerc 32.25 -111.4 45 45 1.00011 48768 243840 units=ft|515|1745
8066|~PCCS zone 2 (ft)|tmerc 31.25 -112.166666666667 1.00009 548640 304800 units=ft|515|1746
8067|~PCCS zone 3 (ft)|tmerc 31.5 -113.166666666667 1.000055 182880 0 units=ft|515|1747
8068|~PCCS zone 4 (ft)|lcc 30.5 -110.75 30.5 k_0=.9998 x_0=9144 y_0=-188976 units=ft|515|1748
8082|~MTM NS 2010 zone 4|tmerc 0 -61.5 .9999 24500000 0|549|253
8083|~MTM NS 2010 zone 5|tmerc 0 -64.5 .9999 25500000 0|549|254
8086|~|longlat|550|592
8088|~Lambert 2016|lcc 65 -19 64.25 65.75 2700000 300000|550|592
8090|~WISCRS Florence (m)|tmerc 45.4388888888889 -88.1416666666667 1.0000552095 133502.6683 .0063|95|1619
8091|~WISCRS Florence (ftUS)|tmerc 45.4388888888889 -88.1416666666667 1.0000552095 133502.668224536 .0064008128016256 units=us-ft|95|1619
8092|~WISCRS Eau Claire (m)|lcc 44.8722811263889 -91.2888888888889 44.8722811263889 k_0=1.000035079 x_0=120091.4402 y_0=91687.9239|95|1618
8093|~WISCRS Eau Claire (ftUS)|lcc 44.8722811263889 -91.2888888888889 44.8722811263889 k_0=1.000035079 x_0=120091.44018288 y_0=91687.9239014478 units=us-ft|95|1618
8095|~WISCRS Wood (m)|lcc 44.3625954694444 -90 44.3625954694444 k_0=1.0000421209 x_0=208483.6173 y_0=134589.754|95|1659
8096|~WISCRS Wood (ftUS)|lcc 44.3625954694444 -90 44.3625954694444 k_0=1.0000421209 x_0=208483.617272035 y_0=134589.753924308 units=us-ft|95|1659
8097|~WISCRS Waushara (m)|lcc 44.1139440458333 -89.2416666666667 44.1139440458333 k_0=1.0000392096 x_0=120091.4402 y_0=45069.7587|95|1658
8098|~WISCRS Waushara (ftUS)|lcc 44.1139440458333 -89.2416666666667 44.1139440458333 k_0=1.0000392096 x_0=120091.44018288 y_0=45069.7588011176 units=us-ft|95|1658
8099|~WISCRS Waupaca (m)|tmerc 43.4202777777778 -88.8166666666667 1.0000333645 185013.9709 .007|95|1657
8100|~WISCRS Waupaca (ftUS)|tmerc 43.4202777777778 -88.8166666666667 1.0000333645 185013.970942342 .00701041402082804 units=us-ft|95|1657
8101|~WISCRS Waukesha (m)|tmerc 42.5694444444444 -88.225 1.0000346179 208788.418 .0034|95|1656
8102|~WISCRS Waukesha (ftUS)|tmerc 42.5694444444444 -88.225 1.0000346179 208788.417881636 .00335280670561341 units=us-ft|95|1656
8103|~WISCRS Washington (m)|tmerc 42.9180555555556 -88.0638888888889 1.00003738 120091.4415 .003|95|1655
8104|~WISCRS Washington (ftUS)|tmerc 42.9180555555556 -88.0638888888889 1.00003738 120091.441402083 .00304800609601219 units=us-ft|95|1655
8105|~WISCRS Washburn (m)|lcc 45.9612198333333 -91.7833333333333 45.9612198333333 k_0=1.0000475376 x_0=234086.8682 y_0=188358.6058|95|1654
8106|~WISCRS Washburn (ftUS)|lcc 45.9612198333333 -91.7833333333333 45.9612198333333 k_0=1.0000475376 x_0=234086.868173736 y_0=188358.605943612 units=us-ft|95|1654
8107|~WISCRS Walworth (m)|lcc 42.6694620969444 -88.5416666666667 42.6694620969444 k_0=1.0000367192 x_0=232562.8651 y_0=111088.2224|95|1653
8108|~WISCRS Walworth (ftUS)|lcc 42.6694620969444 -88.5416666666667 42.6694620969444 k_0=1.0000367192 x_0=232562.86512573 y_0=111088.222402845 units=us-ft|95|1653
8109|~WISCRS Vilas (m)|lcc 46.0778440905556 -89.4888888888889 46.0778440905556 k_0=1.0000730142 x_0=134417.0689 y_0=50337.1092|95|1652
8110|~WISCRS Vilas (ftUS)|lcc 46.0778440905556 -89.4888888888889 46.0778440905556 k_0=1.0000730142 x_0=134417.068834138 y_0=50337.1092710185 units=us-ft|95|1652
8111|~WISCRS Vernon (m)|lcc 43.5750329397222 -90.7833333333333 43.5750329397222 k_0=1.0000408158 x_0=222504.4451 y_0=47532.0602|95|1651
8112|~WISCRS Vernon (ftUS)|lcc 43.5750329397222 -90.7833333333333 43.5750329397222 k_0=1.0000408158 x_0=222504.44500889 y_0=47532.0603505207 units=us-ft|95|1651
8113|~WISCRS Trempealeau (m)|tmerc 43.1611111111111 -91.3666666666667 1.0000361538 256946.9138 .0041|95|1650
8114|~WISCRS Trempealeau (ftUS)|tmerc 43.1611111111111 -91.3666666666667 1.0000361538 256946.913893828 .00396240792481585 units=us-ft|95|1650
8115|~WISCRS Taylor (m)|lcc 45.1778220858333 -90.4833333333333 45.1778220858333 k_0=1.0000597566 x_0=187147.5744 y_0=107746.7522|95|1649
8116|~WISCRS Taylor (ftUS)|lcc 45.1778220858333 -90.4833333333333 45.1778220858333 k_0=1.0000597566 x_0=187147.574295149 y_0=107746.752146304 units=us-ft|95|1649
8117|~WISCRS St. Croix (m)|tmerc 44.0361111111111 -92.6333333333333 1.0000381803 165506.7302 .0103|95|1648
8118|~WISCRS St. Croix (ftUS)|tmerc 44.0361111111111 -92.6333333333333 1.0000381803 165506.73009906 .0103632207264415 units=us-ft|95|1648
8119|~WISCRS Shawano (m)|tmerc 44.0361111111111 -88.6055555555556 1.000032144 262433.3253 .0096|95|1647
8120|~WISCRS Shawano (ftUS)|tmerc 44.0361111111111 -88.6055555555556 1.000032144 262433.32517145 .0094488188976378 units=us-ft|95|1647
8121|~WISCRS Sawyer (m)|lcc 45.9000991313889 -91.1166666666667 45.9000991313889 k_0=1.0000573461 x_0=216713.2336 y_0=120734.1631|95|1646
8122|~WISCRS Sawyer (ftUS)|lcc 45.9000991313889 -91.1166666666667 45.9000991313889 k_0=1.0000573461 x_0=216713.233731268 y_0=120734.163169926 units=us-ft|95|1646
8123|~WISCRS Sauk (m)|tmerc 42.8194444444444 -89.9 1.0000373868 185623.5716 .0051|95|1645
8124|~WISCRS Sauk (ftUS)|tmerc 42.8194444444444 -89.9 1.0000373868 185623.571551943 .00518161036322073 units=us-ft|95|1645
8125|~WISCRS Rusk (m)|tmerc 43.9194444444444 -91.0666666666667 1.0000495976 250546.1013 .0234|95|1644
8126|~WISCRS Rusk (ftUS)|tmerc 43.9194444444444 -91.0666666666667 1.0000495976 250546.101397003 .0234696469392939 units=us-ft|95|1644
8127|~WISCRS Rock (m)|tmerc 41.9444444444444 -89.0722222222222 1.0000337311 146304.2926 .0068|95|1643
8128|~WISCRS Rock (ftUS)|tmerc 41.9444444444444 -89.0722222222222 1.0000337311 146304.292608585 .00670561341122682 units=us-ft|95|1643
8129|~WISCRS Richland (m)|lcc 43.3223129275 -90.4305555555556 43.3223129275 k_0=1.0000375653 x_0=202387.6048 y_0=134255.4253|95|1642
8130|~WISCRS Richland (ftUS)|lcc 43.3223129275 -90.4305555555556 43.3223129275 k_0=1.0000375653 x_0=202387.60477521 y_0=134255.425450851 units=us-ft|95|1642
8131|~WISCRS Price (m)|tmerc 44.5555555555556 -90.4888888888889 1.0000649554 227990.8546 .0109|95|1641
8132|~WISCRS Price (ftUS)|tmerc 44.5555555555556 -90.4888888888889 1.0000649554 227990.854457709 .0109728219456439 units=us-ft|95|1641
8133|~WISCRS Portage (m)|lcc 44.4168239752778 -89.5 44.4168239752778 k_0=1.000039936 x_0=56388.1128 y_0=50022.1874|95|1640
8134|~WISCRS Portage (ftUS)|lcc 44.4168239752778 -89.5 44.4168239752778 k_0=1.000039936 x_0=56388.1127762256 y_0=50022.1874523749 units=us-ft|95|1640
8135|~WISCRS Polk (m)|tmerc 44.6611111111111 -92.6333333333333 1.0000433849 141732.2823 .0059|95|1639
8136|~WISCRS Polk (ftUS)|tmerc 44.6611111111111 -92.6333333333333 1.0000433849 141732.282245365 .00579121158242317 units=us-ft|95|1639
8137|~WISCRS Pepin and Pierce (m)|lcc 44.6361488719444 -92.2277777777778 44.6361488719444 k_0=1.0000362977 x_0=167640.3354 y_0=86033.0876|95|1638
8138|~WISCRS Pepin and Pierce (ftUS)|lcc 44.6361488719444 -92.2277777777778 44.6361488719444 k_0=1.0000362977 x_0=167640.335280671 y_0=86033.0877317755 units=us-ft|95|1638
8139|~WISCRS Oneida (m)|lcc 45.7042237702778 -89.5444444444444 45.7042237702778 k_0=1.0000686968 x_0=70104.1401 y_0=57588.0346|95|1637
8140|~WISCRS Oneida (ftUS)|lcc 45.7042237702778 -89.5444444444444 45.7042237702778 k_0=1.0000686968 x_0=70104.1402082804 y_0=57588.0347472695 units=us-ft|95|1637
8141|~WISCRS Oconto (m)|tmerc 44.3972222222222 -87.9083333333333 1.0000236869 182880.3676 .0033|95|1636
8142|~WISCRS Oconto (ftUS)|tmerc 44.3972222222222 -87.9083333333333 1.0000236869 182880.367589535 .00335280670561341 units=us-ft|95|1636
8143|~WISCRS Monroe (m)|lcc 44.0000739286111 -90.6416666666667 44.0000739286111 k_0=1.0000434122 x_0=204521.209 y_0=121923.9861|95|1635
8144|~WISCRS Monroe (ftUS)|lcc 44.0000739286111 -90.6416666666667 44.0000739286111 k_0=1.0000434122 x_0=204521.209042418 y_0=121923.986182372 units=us-ft|95|1635
8145|~WISCRS Menominee (m)|tmerc 44.7166666666667 -88.4166666666667 1.0000362499 105461.0121 .0029|95|1634
8146|~WISCRS Menominee (ftUS)|tmerc 44.7166666666667 -88.4166666666667 1.0000362499 105461.012141224 .00304800609601219 units=us-ft|95|1634
8147|~WISCRS Marinette (m)|tmerc 44.6916666666667 -87.7111111111111 1.0000234982 238658.8794 .0032|95|1633
8148|~WISCRS Marinette (ftUS)|tmerc 44.6916666666667 -87.7111111111111 1.0000234982 238658.879451359 .00304800609601219 units=us-ft|95|1633
8149|~WISCRS Marathon (m)|lcc 44.9009044236111 -89.77 44.9009044236111 k_0=1.000053289 x_0=74676.1493 y_0=55049.2669|95|1632
8150|~WISCRS Marathon (ftUS)|lcc 44.9009044236111 -89.77 44.9009044236111 k_0=1.000053289 x_0=74676.1493522987 y_0=55049.2669545339 units=us-ft|95|1632
8151|~WISCRS Lincoln (m)|tmerc 44.8444444444444 -89.7333333333333 1.0000599003 116129.0323 .0058|95|1631
8152|~WISCRS Lincoln (ftUS)|tmerc 44.8444444444444 -89.7333333333333 1.0000599003 116129.032258065 .00579121158242317 units=us-ft|95|1631
8153|~WISCRS Langlade (m)|lcc 45.1542371052778 -89.0333333333333 45.1542371052778 k_0=1.0000627024 x_0=198425.197 y_0=105279.7829|95|1630
8154|~WISCRS Langlade (ftUS)|lcc 45.1542371052778 -89.0333333333333 45.1542371052778 k_0=1.0000627024 x_0=198425.196850394 y_0=105279.782880366 units=us-ft|95|1630
8155|~WISCRS La Crosse (m)|tmerc 43.4511111111111 -91.3166666666667 1.0000319985 130454.6598 .0033|95|1629
8156|~WISCRS La Crosse (ftUS)|tmerc 43.4511111111111 -91.3166666666667 1.0000319985 130454.659690119 .00335280670561341 units=us-ft|95|1629
8157|~WISCRS Kewaunee, Manitowoc and Sheboygan (m)|tmerc 43.2666666666667 -87.55 1.0000233704 79857.7614 .0012|95|1628
8158|~WISCRS Kewaunee, Manitowoc and Sheboygan (ftUS)|tmerc 43.2666666666667 -87.55 1.0000233704 79857.7615443231 .00121920243840488 units=us-ft|95|1628
8159|~WISCRS Kenosha, Milwaukee, Ozaukee and Racine (m)|tmerc 42.2166666666667 -87.8944444444444 1.0000260649 185928.3728 .0009|95|1627
8160|~WISCRS Kenosha, Milwaukee, Ozaukee and Racine (ftUS)|tmerc 42.2166666666667 -87.8944444444444 1.0000260649 185928.372771146 .000914401828803658 units=us-ft|95|1627
8161|~WISCRS Jackson (m)|tmerc 44.2533351277778 -90.8442965194444 1.0000353 27000 25000|95|1626
8162|~WISCRS Jackson (ftUS)|tmerc 44.2533351277778 -90.8442965194444 1.0000353 27000 24999.9998983998 units=us-ft|95|1626
8163|~WISCRS Iron (m)|tmerc 45.4333333333333 -90.2555555555556 1.0000677153 220980.4419 .0085|95|1625
8164|~WISCRS Iron (ftUS)|tmerc 45.4333333333333 -90.2555555555556 1.0000677153 220980.441960884 .00853441706883414 units=us-ft|95|1625
8165|~WISCRS Iowa (m)|tmerc 42.5388888888889 -90.1611111111111 1.0000394961 113081.0261 .0045|95|1624
8166|~WISCRS Iowa (ftUS)|tmerc 42.5388888888889 -90.1611111111111 1.0000394961 113081.026162052 .00457200914401829 units=us-ft|95|1624
8167|~WISCRS Green Lake and Marquette (m)|lcc 43.8070001177778 -89.2416666666667 43.8070001177778 k_0=1.0000344057 x_0=150876.3018 y_0=79170.7795|95|1623
8168|~WISCRS Green Lake and Marquette (ftUS)|lcc 43.8070001177778 -89.2416666666667 43.8070001177778 k_0=1.0000344057 x_0=150876.301752604 y_0=79170.7793751588 units=us-ft|95|1623
8169|~WISCRS Green and Lafayette (m)|lcc 42.6375622769444 -89.8388888888889 42.6375622769444 k_0=1.0000390487 x_0=170078.7403 y_0=45830.2947|95|1622
8170|~WISCRS Green and Lafayette (ftUS)|lcc 42.6375622769444 -89.8388888888889 42.6375622769444 k_0=1.0000390487 x_0=170078.74015748 y_0=45830.2948437897 units=us-ft|95|1622
8171|~WISCRS Grant (m)|tmerc 41.4111111111111 -90.8 1.0000349452 242316.4841 .01|95|1621
8172|~WISCRS Grant (ftUS)|tmerc 41.4111111111111 -90.8 1.0000349452 242316.484023368 .0100584201168402 units=us-ft|95|1621
8173|~WISCRS Forest (m)|tmerc 44.0055555555556 -88.6333333333333 1.0000673004 275844.5533 .0157|95|1620
8177|~WISCRS Forest (ftUS)|tmerc 44.0055555555556 -88.6333333333333 1.0000673004 275844.553213106 .0158496316992634 units=us-ft|95|1620
8179|~WISCRS Dunn (m)|tmerc 44.4083333333333 -91.8944444444444 1.0000410324 51816.104 .003|95|1617
8180|~WISCRS Dunn (ftUS)|tmerc 44.4083333333333 -91.8944444444444 1.0000410324 51816.1039370079 .00304800609601219 units=us-ft|95|1617
8181|~WISCRS Douglas (m)|tmerc 45.8833333333333 -91.9166666666667 1.0000385418 59131.3183 .0041|95|1616
8182|~WISCRS Douglas (ftUS)|tmerc 45.8833333333333 -91.9166666666667 1.0000385418 59131.3182626365 .00396240792481585 units=us-ft|95|1616
8184|~WISCRS Door (m)|tmerc 44.4 -87.2722222222222 1.0000187521 158801.1176 .0023|95|1615
8185|~WISCRS Door (ftUS)|tmerc 44.4 -87.2722222222222 1.0000187521 158801.117602235 .00243840487680975 units=us-ft|95|1615
8187|~WISCRS Dodge and Jefferson (m)|tmerc 41.4722222222222 -88.775 1.0000346418 263347.7263 .0076|95|1614
8189|~WISCRS Dodge and Jefferson (ftUS)|tmerc 41.4722222222222 -88.775 1.0000346418 263347.726390653 .00762001524003048 units=us-ft|95|1614
8191|~WISCRS Dane (m)|lcc 43.0695160375 -89.4222222222222 43.0695160375 k_0=1.0000384786 x_0=247193.2944 y_0=146591.9896|95|1613
8193|~WISCRS Dane (ftUS)|lcc 43.0695160375 -89.4222222222222 43.0695160375 k_0=1.0000384786 x_0=247193.294386589 y_0=146591.989636779 units=us-ft|95|1613
8196|~WISCRS Crawford (m)|lcc 43.200055605 -90.9388888888889 43.200055605 k_0=1.0000349151 x_0=113690.6274 y_0=53703.1201|95|1612
8197|~WISCRS Crawford (ftUS)|lcc 43.200055605 -90.9388888888889 43.200055605 k_0=1.0000349151 x_0=113690.627381255 y_0=53703.1202438405 units=us-ft|95|1612
8198|~WISCRS Columbia (m)|lcc 43.4625466458333 -89.3944444444444 43.4625466458333 k_0=1.00003498 x_0=169164.3381 y_0=111569.6134|95|1611
8200|~WISCRS Columbia (ftUS)|lcc 43.4625466458333 -89.3944444444444 43.4625466458333 k_0=1.00003498 x_0=169164.338023876 y_0=111569.613512827 units=us-ft|95|1611
8201|~WISCRS Clark (m)|tmerc 43.6 -90.7083333333333 1.0000463003 199949.1989 .0086|95|1610
8202|~WISCRS Clark (ftUS)|tmerc 43.6 -90.7083333333333 1.0000463003 199949.198983998 .00853441706883414 units=us-ft|95|1610
8203|~WISCRS Chippewa (m)|lcc 44.9778568986111 -91.2944444444444 44.9778568986111 k_0=1.0000391127 x_0=60045.72 y_0=44091.4346|95|1609
8204|~WISCRS Chippewa (ftUS)|lcc 44.9778568986111 -91.2944444444444 44.9778568986111 k_0=1.0000391127 x_0=60045.7200914402 y_0=44091.434493269 units=us-ft|95|1609
8205|~WISCRS Calumet, Fond du Lac, Outagamie and Winnebago (m)|tmerc 42.7194444444444 -88.5 1.0000286569 244754.8893 .0049|95|1608
8206|~WISCRS Calumet, Fond du Lac, Outagamie and Winnebago (ftUS)|tmerc 42.7194444444444 -88.5 1.0000286569 244754.889204978 .00487680975361951 units=us-ft|95|1608
8207|~WISCRS Burnett (m)|lcc 45.8987148658333 -92.4577777777778 45.8987148658333 k_0=1.0000383841 x_0=64008.1276 y_0=59445.9043|95|1607
8208|~WISCRS Burnett (ftUS)|lcc 45.8987148658333 -92.4577777777778 45.8987148658333 k_0=1.0000383841 x_0=64008.1277114554 y_0=59445.9041910084 units=us-ft|95|1607
8209|~WISCRS Buffalo (m)|tmerc 43.4813888888889 -91.7972222222222 1.0000382778 175260.3502 .0048|95|1606
8210|~WISCRS Buffalo (ftUS)|tmerc 43.4813888888889 -91.7972222222222 1.0000382778 175260.3502159 .00487680975361951 units=us-ft|95|1606
8212|~WISCRS Brown (m)|tmerc 43 -88 1.00002 31600 4600|95|1605
8213|~WISCRS Brown (ftUS)|tmerc 43 -88 1.00002 31599.9998983998 4599.9998983998 units=us-ft|95|1605
8214|~WISCRS Bayfield (m)|lcc 46.6696483772222 -91.1527777777778 46.6696483772222 k_0=1.0000331195 x_0=228600.4575 y_0=148551.4837|95|1604
8216|~WISCRS Bayfield (ftUS)|lcc 46.6696483772222 -91.1527777777778 46.6696483772222 k_0=1.0000331195 x_0=228600.457505715 y_0=148551.483566167 units=us-ft|95|1604
8218|~WISCRS Barron (m)|tmerc 45.1333333333333 -91.85 1.0000486665 93150 .0029|95|1603
8220|~WISCRS Barron (ftUS)|tmerc 45.1333333333333 -91.85 1.0000486665 93150 .00304800609601219 units=us-ft|95|1603
8222|~WISCRS Ashland (m)|tmerc 45.7061111111111 -90.6222222222222 1.0000495683 172821.9461 .0017|95|1602
8224|~WISCRS Ashland (ftUS)|tmerc 45.7061111111111 -90.6222222222222 1.0000495683 172821.945948692 .00182880365760732 units=us-ft|95|1602
8225|~WISCRS Adams and Juneau (m)|tmerc 43.3666666666667 -90 1.0000365285 147218.6942 .0037|95|1601
8226|~WISCRS Adams and Juneau (ftUS)|tmerc 43.3666666666667 -90 1.0000365285 147218.694132588 .00365760731521463 units=us-ft|95|1601
8232|~|longlat|551|821
8237|~|longlat|552|821
8240|~|longlat|553|821
8246|~|longlat|554|821
8249|~|longlat|555|821
8252|~|longlat|549|821
8255|~|longlat|556|821
8311|~Oregon Burns-Harper zone (m)|tmerc 43.5 -117.666666666667 1.00014 90000 0|515|1749
8312|~Oregon Burns-Harper zone (ft)|tmerc 43.5 -117.666666666667 1.00014 90000.00001488 0 units=ft|515|1749
8313|~Oregon Canyon City-Burns zone (m)|tmerc 43.5 -119 1.00022 20000 0|515|1750
8314|~Oregon Canyon City-Burns zone (ft)|tmerc 43.5 -119 1.00022 19999.99999992 0 units=ft|515|1750
8315|~Oregon Coast Range North zone (m)|lcc 45.5833333333333 -123.416666666667 45.5833333333333 k_0=1.000045 x_0=30000 y_0=20000|515|1751
8316|~Oregon Coast Range North zone (ft)|lcc 45.5833333333333 -123.416666666667 45.5833333333333 k_0=1.000045 x_0=30000.00001512 y_0=19999.99999992 units=ft|515|1751
8317|~Oregon Dayville-Prairie City zone (m)|tmerc 44.25 -119.633333333333 1.00012 20000 0|515|1752
8318|~Oregon Dayville-Prairie City zone (ft)|tmerc 44.25 -119.633333333333 1.00012 19999.99999992 0 units=ft|515|1752
8319|~Oregon Denio-Burns zone (m)|tmerc 41.75 -118.416666666667 1.00019 80000 0|515|1753
8320|~Oregon Denio-Burns zone (ft)|tmerc 41.75 -118.416666666667 1.00019 79999.99999968 0 units=ft|515|1753
8321|~Oregon Halfway zone (m)|lcc 45.25 -117.25 45.25 k_0=1.000085 x_0=40000 y_0=70000|515|1754
8322|~Oregon Halfway zone (ft)|lcc 45.25 -117.25 45.25 k_0=1.000085 x_0=39999.99999984 y_0=70000.00001496 units=ft|515|1754
8323|~Oregon Medford-Diamond Lake zone (m)|lcc 42 -122.25 42 k_0=1.00004 x_0=60000 y_0=-60000|515|1755
8324|~Oregon Medford-Diamond Lake zone (ft)|lcc 42 -122.25 42 k_0=1.00004 x_0=59999.99999976 y_0=-59999.99999976 units=ft|515|1755
8325|~Oregon Mitchell zone (m)|lcc 47 -120.25 47 k_0=.99927 x_0=30000 y_0=290000|515|1756
8326|~Oregon Mitchell zone (ft)|lcc 47 -120.25 47 k_0=.99927 x_0=30000.00001512 y_0=290000.00001408 units=ft|515|1756
8327|~Oregon North Central zone (m)|lcc 46.1666666666667 -120.5 46.1666666666667 k_0=1 x_0=100000 y_0=140000|515|1757
8328|~Oregon North Central zone (ft)|lcc 46.1666666666667 -120.5 46.1666666666667 k_0=1 x_0=99999.9999996 y_0=139999.99999944 units=ft|515|1757
8329|~Oregon Ochoco Summit zone (m)|lcc 43.5 -120.5 43.5 k_0=1.00006 x_0=40000 y_0=-80000|515|1758
8330|~Oregon Ochoco Summit zone (ft)|lcc 43.5 -120.5 43.5 k_0=1.00006 x_0=39999.99999984 y_0=-79999.99999968 units=ft|515|1758
8331|~Oregon Owyhee zone (m)|tmerc 41.75 -117.583333333333 1.00018 70000 0|515|1759
8332|~Oregon Owyhee zone (ft)|tmerc 41.75 -117.583333333333 1.00018 70000.00001496 0 units=ft|515|1759
8333|~Oregon Pilot Rock-Ukiah zone (m)|lcc 46.1666666666667 -119 46.1666666666667 k_0=1.000025 x_0=50000 y_0=130000|515|1760
8334|~Oregon Pilot Rock-Ukiah zone (ft)|lcc 46.1666666666667 -119 46.1666666666667 k_0=1.000025 x_0=50000.00001504 y_0=130000.00001472 units=ft|515|1760
8335|~Oregon Prairie City-Brogan zone (m)|lcc 44 -118 44 k_0=1.00017 x_0=60000 y_0=0|515|1761
8336|~Oregon Prairie City-Brogan zone (ft)|lcc 44 -118 44 k_0=1.00017 x_0=59999.99999976 y_0=0 units=ft|515|1761
8337|~Oregon Riley-Lakeview zone (m)|tmerc 41.75 -120.333333333333 1.000215 70000 0|515|1762
8338|~Oregon Riley-Lakeview zone (ft)|tmerc 41.75 -120.333333333333 1.000215 70000.00001496 0 units=ft|515|1762
8339|~Oregon Siskiyou Pass zone (m)|lcc 42.5 -122.583333333333 42.5 k_0=1.00015 x_0=10000 y_0=60000|515|1763
8340|~Oregon Siskiyou Pass zone (ft)|lcc 42.5 -122.583333333333 42.5 k_0=1.00015 x_0=10000.0000152 y_0=59999.99999976 units=ft|515|1763
8341|~Oregon Ukiah-Fox zone (m)|lcc 45.25 -119 45.25 k_0=1.00014 x_0=30000 y_0=90000|515|1764
8342|~Oregon Ukiah-Fox zone (ft)|lcc 45.25 -119 45.25 k_0=1.00014 x_0=30000.00001512 y_0=90000.00001488 units=ft|515|1764
8343|~Oregon Wallowa zone (m)|tmerc 45.25 -117.5 1.000195 60000 0|515|1765
8344|~Oregon Wallowa zone (ft)|tmerc 45.25 -117.5 1.000195 59999.99999976 0 units=ft|515|1765
8345|~Oregon Warner Highway zone (m)|lcc 42.5 -120 42.5 k_0=1.000245 x_0=40000 y_0=60000|515|1766
8346|~Oregon Warner Highway zone (ft)|lcc 42.5 -120 42.5 k_0=1.000245 x_0=39999.99999984 y_0=59999.99999976 units=ft|515|1766
8347|~Oregon Willamette Pass zone (m)|tmerc 43 -122 1.000223 20000 0|515|1767
8348|~Oregon Willamette Pass zone (ft)|tmerc 43 -122 1.000223 19999.99999992 0 units=ft|515|1767
8351|~|longlat|557|1768
8353|~Krovak East North|krovak 49.5 24.8333333333333 30.2881397527778 .9999 0 0|557|1768
8379|~NCRS Las Vegas (m)|tmerc 36.25 -114.966666666667 1.0001 100000 200000|64|1769
8380|~NCRS Las Vegas (ftUS)|tmerc 36.25 -114.966666666667 1.0001 99999.99998984 200000.00001016 units=us-ft|64|1769
8381|~NCRS Las Vegas high (m)|tmerc 36.25 -114.966666666667 1.000135 300000 400000|64|1769
8382|~NCRS Las Vegas high (ftUS)|tmerc 36.25 -114.966666666667 1.000135 300000 399999.99998984 units=us-ft|64|1769
8383|~NCRS Las Vegas (m)|tmerc 36.25 -114.966666666667 1.0001 100000 200000|515|1769
8384|~NCRS Las Vegas (ftUS)|tmerc 36.25 -114.966666666667 1.0001 99999.99998984 200000.00001016 units=us-ft|515|1769
8385|~NCRS Las Vegas high (m)|tmerc 36.25 -114.966666666667 1.000135 300000 400000|515|1769
8387|~NCRS Las Vegas high (ftUS)|tmerc 36.25 -114.966666666667 1.000135 300000 399999.99998984 units=us-ft|515|1769
8391|~WEIPA94|tmerc 0 141 .999929 300000 2000000|153|1770
8395|~Gauss-Kruger CM 9E|tmerc 0 9 1 500000 0|59|1771
8427|~|longlat|558|265
8428|~|longlat|559|1772
8431|~|longlat|560|1772
8433|~Macao Grid|tmerc 22.2123972222222 113.536469444444 1 20000 20000|559|1772
8449|~|longlat|561|1773|1
8455|~UTM zone 53S|utm 53 +south|534|1774
8456|~UTM zone 54S|utm 54 +south|534|1775
8518|~KS RCS zone 1|tmerc 37.5 -101.6 1.000156 457200.914401829 0 units=us-ft|515|1776
8519|~KS RCS zone 2|tmerc 37.5 -100.95 1.000134 762001.524003048 0 units=us-ft|515|1777
8520|~KS RCS zone 3|tmerc 37.5 -100.35 1.000116 1066802.13360427 0 units=us-ft|515|1778
8521|~KS RCS zone 4|tmerc 37.5 -99.45 1.000082 1371602.74320549 0 units=us-ft|515|1779
8522|~KS RCS zone 5|tmerc 37.5 -98.6666666666667 1.000078 1676403.35280671 0 units=us-ft|515|1780
8523|~KS RCS zone 6|tmerc 37.5 -98.15 1.000068 1981203.96240793 0 units=us-ft|515|1781
8524|~KS RCS zone 7|tmerc 37.5 -97.3333333333333 1.000049 2286004.57200914 0 units=us-ft|515|1782
8525|~KS RCS zone 8|lcc 39.1666666666667 -96.5 39.1666666666667 k_0=1.000044 x_0=2590805.18161036 y_0=182880.365760732 units=us-ft|515|1783
8526|~KS RCS zone 9|lcc 38.5 -96.5 38.5 k_0=1.00005 x_0=2895605.79121158 y_0=91440.1828803658 units=us-ft|515|1784
8527|~KS RCS zone 10|lcc 39.6333333333333 -95.75 39.6333333333333 k_0=1.00004 x_0=3200406.4008128 y_0=213360.426720853 units=us-ft|515|1785
8528|~KS RCS zone 11|lcc 39.1 -95.25 39.1 k_0=1.000033 x_0=3505207.01041402 y_0=182880.365760732 units=us-ft|515|1786
8529|~KS RCS zone 12|tmerc 36.75 -101.416666666667 1.00014 3810007.62001524 0 units=us-ft|515|1787
8531|~KS RCS zone 13|tmerc 36.75 -100.4 1.000109 4114808.22961646 0 units=us-ft|515|1788
8533|~KS RCS zone 14|tmerc 36.75 -99.6666666666667 1.000097 4419608.83921768 0 units=us-ft|515|1789
8534|~KS RCS zone 15|tmerc 36.75 -99.2 1.000087 4724409.4488189 0 units=us-ft|515|1790
8535|~KS RCS zone 16|tmerc 36.75 -98.55 1.000069 5029210.05842012 0 units=us-ft|515|1791
8536|~KS RCS zone 17|lcc 37.7666666666667 -97.5 37.7666666666667 k_0=1.000059 x_0=5334010.66802134 y_0=121920.243840488 units=us-ft|515|1792
8538|~KS RCS zone 18|lcc 37.1833333333333 -97.5 37.1833333333333 k_0=1.000055 x_0=5638811.27762256 y_0=60960.1219202439 units=us-ft|515|1793
8539|~KS RCS zone 19|tmerc 36.75 -95.9666666666667 1.000034 5943611.88722378 0 units=us-ft|515|1794
8540|~KS RCS zone 20|tmerc 36.75 -95.0833333333333 1.000031 6248412.49682499 0 units=us-ft|515|1795
8545|~|longlat|562|495
8677|~Balkans zone 5|tmerc 0 15 .9999 5500000 0|232|957
8678|~Balkans zone 6|tmerc 0 18 .9999 6500000 0|232|958
8679|~Balkans zone 8|tmerc 0 24 .9999 8500000 0|233|960|4
8682|~UTM zone 34N|utm 34|563|996
8685|~|longlat|563|996
8686|~Slovenia Grid|tmerc 0 15 .9999 500000 0|234|146
8687|~UTM zone 33N|utm 33|221|146
8692|~UTM zone 54N|utm 54|517|1796
8693|~UTM zone 55N|utm 55|517|1797
8694|~|longlat|564|1798
8699|~|longlat|565|1798
8818|~|longlat|566|1799
8826|~Idaho Transverse Mercator|tmerc 42 -114 .9996 2500000 1200000|64|1800
8836|~UTM zone 36N|utm 36|566|1801
8837|~UTM zone 37N|utm 37|566|1802
8838|~UTM zone 38N|utm 38|566|1803
8839|~UTM zone 39N|utm 39|566|1804
8840|~UTM zone 40N|utm 40|566|1805
8857|~Equal Earth Greenwich|eqearth 0 0 0|70|928
8858|~Equal Earth Americas|eqearth -90 0 0|70|1806
8859|~Equal Earth Asia-Pacific|eqearth 150 0 0|70|1807
8860|~|longlat|561|1773
8888|~|longlat|567|928
8900|~|longlat|568|1808
8902|~|longlat|569|1808
8903|~UTM zone 1S|utm 1 +south|568|1808
8907|~|longlat|570|1285
8908|~CRTM05|tmerc 0 -84 .9999 500000 0|570|1809
8909|~UTM zone 16N|utm 16|570|1810
8910|~UTM zone 17N|utm 17|570|1811
8949|~|longlat|571|1282
8950|~UTM zone 18S|utm 18 +south|571|1284
8951|~UTM zone 19S|utm 19 +south|571|1283
8972|~|longlat|572|1153
8973|~|longlat|573|1153
8974|~|longlat|574|1153
8975|~|longlat|575|1153
8976|~|longlat|576|1153
8977|~|longlat|577|1153
8978|~|longlat|578|1153
8979|~|longlat|579|1153
8980|~|longlat|580|1153
8981|~|longlat|581|1153
8982|~|longlat|582|1153
8983|~|longlat|583|1153
8984|~|longlat|584|1153
8985|~|longlat|585|1153
8986|~|longlat|586|1153
8987|~|longlat|587|1153
8988|~|longlat|588|928
8989|~|longlat|589|928
8990|~|longlat|590|928
8991|~|longlat|591|928
8992|~|longlat|592|928
8993|~|longlat|593|928
8994|~|longlat|594|928
8995|~|longlat|595|928
8996|~|longlat|596|928
8997|~|longlat|597|928
8998|~|longlat|598|928
8999|~|longlat|599|928
9000|~|longlat|600|928|2
9003|~|longlat|601|928
9006|~|longlat|602|928
9009|~|longlat|603|928
9012|~|longlat|604|928
9014|~|longlat|605|928
9017|~|longlat|606|928
9019|~|longlat|607|928
9039|~LAEA Europe|laea 52 10 4321000 3210000|550|592
9040|~LCC Europe|lcc 52 10 35 65 4000000 2800000|550|592
9053|~|longlat|608|928
9054|~|longlat|609|928
9055|~|longlat|610|928
9056|~|longlat|611|928
9057|~|longlat|612|928
9059|~|longlat|613|1085
9060|~|longlat|614|1085
9061|~|longlat|615|1085
9062|~|longlat|616|1085
9063|~|longlat|617|1085
9064|~|longlat|618|1085
9065|~|longlat|619|1085
9066|~|longlat|620|1085
9067|~|longlat|621|1085
9068|~|longlat|622|1085
9069|~|longlat|623|1085
9072|~|longlat|624|1469
9075|~|longlat|625|1468
9140|~|longlat|626|1812
9141|~Balkans zone 7|tmerc 0 21 .9999 7500000 0|626|1812
9148|~|longlat|627|1282
9149|~UTM zone 18S|utm 18 +south|627|1284
9150|~UTM zone 19S|utm 19 +south|627|1283
9153|~|longlat|628|1282
9154|~UTM zone 18S|utm 18 +south|628|1284
9155|~UTM zone 19S|utm 19 +south|628|1283
9156|~UTM zone 32S|utm 32 +south|565|1813
9157|~UTM zone 33S|utm 33 +south|565|1814
9158|~UTM zone 34S|utm 34 +south|565|1815
9159|~TM 12 SE|tmerc 0 12 .9996 500000 10000000|565|1816
9184|~|longlat|629|1282
9191|~NIWA Albers|aea -40 175 -30 -50 0 0|70|978
9205|~TM-3 103-00|tmerc 0 103 .9999 500000 0|201|1817
9206|~TM-3 104-00|tmerc 0 104 .9999 500000 0|201|1818
9207|~TM-3 104-30|tmerc 0 104.5 .9999 500000 0|201|1819
9208|~TM-3 104-45|tmerc 0 104.75 .9999 500000 0|201|1820
9209|~TM-3 105-30|tmerc 0 105.5 .9999 500000 0|201|1821
9210|~TM-3 105-45|tmerc 0 105.75 .9999 500000 0|201|1822
9211|~TM-3 106-00|tmerc 0 106 .9999 500000 0|201|1823
9212|~TM-3 106-15|tmerc 0 106.25 .9999 500000 0|201|1824
9213|~TM-3 106-30|tmerc 0 106.5 .9999 500000 0|201|1825
9214|~TM-3 107-00|tmerc 0 107 .9999 500000 0|201|1826
9215|~TM-3 107-15|tmerc 0 107.25 .9999 500000 0|201|1827
9216|~TM-3 107-30|tmerc 0 107.5 .9999 500000 0|201|1828
9217|~TM-3 108-15|tmerc 0 108.25 .9999 500000 0|201|1829
9218|~TM-3 108-30|tmerc 0 108.5 .9999 500000 0|201|1830
9221|~ZAF BSU Albers 25E|aea -30 25 -22 -38 1400000 1300000|15|1831
9222|~ZAF BSU Albers 44E|aea -42 44 -34 -50 1200000 1300000|15|1832
9248|~|longlat|630|1833
9249|~Argentina 1|tmerc -90 -72 1 1500000 0|630|1834
9250|~Argentina 2|tmerc -90 -69 1 2500000 0|630|1835
9251|~|longlat|631|1836
9252|~Argentina 2|tmerc -90 -69 1 2500000 0|631|1836
9253|~|longlat|632|1836
9254|~Argentina 2|tmerc -90 -69 1 2500000 0|632|1836
9265|~UTM zone 19S|utm 19 +south|485|78
9271|~Austria West|tmerc 0 10.3333333333333 1 0 0|51|1837
9272|~Austria Central|tmerc 0 13.3333333333333 1 0 0|51|1838
9273|~Austria East|tmerc 0 16.3333333333333 1 0 0|51|1839
9284|~Argentina 1|tmerc -90 -72 1 1500000 0|25|1840|273
9285|~Argentina 3|tmerc -90 -66 1 3500000 0|25|1841|253
9294|~|longlat|633|1597
9295|~UTM zone 39N|utm 39|633|1598
9296|~UTM zone 40N|utm 40|633|1599
9297|~UTM zone 41N|utm 41|633|1600
9299|~|longlat|634|1842
9300|HS2 Survey Grid|tmerc 52.3 -1.5 1 198873.0046 375064.3871|634|1842
9309|~|longlat|635|1103
9311|~US National Atlas Equal Area|laea 45 -100 0 0|216|141|185
9333|~|longlat|636|1799
9354|~IBCSO Polar Stereographic|stere -90 0 0 0 lat_ts=-65|70|1843
9356|~UTM zone 36N|utm 36|636|1801
9357|~UTM zone 37N|utm 37|636|1802
9358|~UTM zone 38N|utm 38|636|1803
9359|~UTM zone 39N|utm 39|636|1804
9360|~UTM zone 40N|utm 40|636|1805
9364|~|longlat|637|1844
9367|TPEN11 Grid|tmerc 53.5 -2.25 1 203252.175 407512.765|637|1844
9372|~|longlat|638|1845
9373|MML07 Grid|tmerc 52.45 -.85 1 49350.157 108398.212|638|1845
9377|~Origen-Nacional|tmerc 4 -73 .9992 5000000 2000000|155|1163
9380|~|longlat|639|928
9384|~|longlat|640|1846
9387|AbInvA96_2020 Grid|tmerc 57.4 -3.2 1 155828.702 115225.707|640|1846
9391|~UTM zone 35N|utm 35|543|1701
9403|~|longlat|641|1847
9404|~UTM zone 27N|utm 27|641|1848
9405|~UTM zone 28N|utm 28|641|1849
9406|~UTM zone 27N|utm 27|445|1848
9407|~UTM zone 28N|utm 28|445|1850
9453|~|longlat|642|1851
9456|GBK19 Grid|tmerc 55.75 -4.35 1 93720.394 113870.493|642|1851
9470|~|longlat|643|1196
9473|~Australian Albers|aea 0 132 -18 -36 0 0|544|626
9474|~|longlat|644|928
9475|~|longlat|645|928|4
9476|~UTM zone 46N|utm 46|643|1852
9477|~UTM zone 47N|utm 47|643|1853
9478|~UTM zone 48N|utm 48|643|1854
9479|~UTM zone 49N|utm 49|643|1855
9480|~UTM zone 50N|utm 50|643|1856
9481|~UTM zone 51N|utm 51|643|1857
9482|~UTM zone 52N|utm 52|643|1858
9487|~UTM zone 47S|utm 47 +south|643|1859
9488|~UTM zone 48S|utm 48 +south|643|1860
9489|~UTM zone 49S|utm 49 +south|643|1861
9490|~UTM zone 50S|utm 50 +south|643|1862
9491|~UTM zone 51S|utm 51 +south|643|1863
9492|~UTM zone 52S|utm 52 +south|643|1864
9493|~UTM zone 53S|utm 53 +south|643|1865
9494|~UTM zone 54S|utm 54 +south|643|1866
9498|~CABA 2019|tmerc -34.6292666666667 -58.4633083333333 1 20000 70000|485|1867
9547|~|longlat|646|1868
9674|~USFS R6 Albers|aea 34 -120 43 48 600000 0|64|1869
9678|~Bangladesh Transverse Mercator|tmerc 0 90 .9996 500000 -2000000|152|621
9680|~TM 90 NE|tmerc 0 90 .9996 500000 0|70|1159
9696|~|longlat|647|1282
9697|~UTM zone 12S|utm 12 +south|647|1179
9698|~UTM zone 18S|utm 18 +south|647|1284
9699|~UTM zone 19S|utm 19 +south|647|1283
9702|~|longlat|53|156
9709|~UTM zone 23N|utm 23|104|1870
9712|~UTM zone 24N|utm 24|64|1871
9713|~UTM zone 24N|utm 24|104|1871
9716|~UTM zone 34N|utm 34|145|1471
9739|~|longlat|648|1872
9741|EOS21 Grid|tmerc 56.35 -2.75 1 74996.927 133508.35|648|1872
9748|~Alabama East (ftUS)|tmerc 30.5 -85.8333333333333 .99996 200000.0001016 0 units=us-ft|515|452
9749|~Alabama West (ftUS)|tmerc 30 -87.5 .999933333 600000 0 units=us-ft|515|453
9755|~|longlat|649|928
9758|~|longlat|650|1873
9761|ECML14_NB Grid|tmerc 55.05 -1.55 1 112242.8512 402313.7432|650|1873
9763|~|longlat|651|1874
9766|EWR2 Grid|tmerc 51.95 -.9 1 192519.9715 146942.6806|651|1874
9777|~|longlat|652|135
9779|~|longlat|653|135
9782|~|longlat|654|135
9784|~|longlat|655|135
9793|~Lambert-93|lcc 46.5 3 49 44 700000 6600000|652|135
9794|~Lambert-93|lcc 46.5 3 49 44 700000 6600000|654|135
9821|~LCS-32 Kyiv region|tmerc 0 30.5 1 300000 0|504|1875
9822|~CC42|lcc 42 3 41.25 42.75 1700000 1200000|652|962
9823|~CC43|lcc 43 3 42.25 43.75 1700000 2200000|652|963
9824|~CC44|lcc 44 3 43.25 44.75 1700000 3200000|652|964
9825|~CC45|lcc 45 3 44.25 45.75 1700000 4200000|652|965
9826|~CC46|lcc 46 3 45.25 46.75 1700000 5200000|652|966
9827|~CC47|lcc 47 3 46.25 47.75 1700000 6200000|652|967
9828|~CC48|lcc 48 3 47.25 48.75 1700000 7200000|652|968
9829|~CC49|lcc 49 3 48.25 49.75 1700000 8200000|652|969
9830|~CC50|lcc 50 3 49.25 50.75 1700000 9200000|652|970
9831|~LCS-01 Crimea|tmerc 0 34.5 1 300000 0|504|1876
9832|~LCS-05 Vinnytsia|tmerc 0 28.6666666666667 1 300000 0|504|1877
9833|~LCS-07 Volyn|tmerc 0 24.8333333333333 1 300000 0|504|1878
9834|~LCS-12 Dnipropetrovsk|tmerc 0 35 1 300000 0|504|1879
9835|~LCS-14 Donetsk|tmerc 0 37.5 1 300000 0|504|1880
9836|~LCS-18 Zhytomyr|tmerc 0 28.5 1 300000 0|504|1881
9837|~LCS-21 Zakarpattia|tmerc 0 23.5 1 300000 0|504|1882
9838|~LCS-23 Zaporizhzhia|tmerc 0 36 1 300000 0|504|1883
9839|~LCS-26 Ivano-Frankivsk|tmerc 0 24.75 1 300000 0|504|1884
9840|~LCS-35 Kirovohrad|tmerc 0 32 1 300000 0|504|1885
9841|~LCS-44 Luhansk|tmerc 0 39 1 300000 0|504|1886
9842|~CC42|lcc 42 3 41.25 42.75 1700000 1200000|654|962
9843|~CC43|lcc 43 3 42.25 43.75 1700000 2200000|654|963
9844|~CC44|lcc 44 3 43.25 44.75 1700000 3200000|654|964
9845|~CC45|lcc 45 3 44.25 45.75 1700000 4200000|654|965
9846|~CC46|lcc 46 3 45.25 46.75 1700000 5200000|654|966
9847|~CC47|lcc 47 3 46.25 47.75 1700000 6200000|654|967
9848|~CC48|lcc 48 3 47.25 48.75 1700000 7200000|654|968
9849|~CC49|lcc 49 3 48.25 49.75 1700000 8200000|654|969
9850|~CC50|lcc 50 3 49.25 50.75 1700000 9200000|654|970
9851|~LCS-46 Lviv|tmerc 0 24 1 300000 0|504|1887
9852|~LCS-48 Mykolaiv|tmerc 0 31.8333333333333 1 300000 0|504|1888
9853|~LCS-51 Odessa|tmerc 0 30 1 300000 0|504|1889
9854|~LCS-53 Poltava|tmerc 0 33.8333333333333 1 300000 0|504|1890
9855|~LCS-56 Rivne|tmerc 0 27 1 300000 0|504|1891
9856|~LCS-59 Sumy|tmerc 0 34.5 1 300000 0|504|1892
9857|~LCS-61 Ternopil|tmerc 0 25.5 1 300000 0|504|1893
9858|~LCS-63 Kharkiv|tmerc 0 36.5 1 300000 0|504|1894
9859|~LCS-65 Kherson|tmerc 0 33.5 1 300000 0|504|1895
9860|~LCS-68 Khmelnytsky|tmerc 0 27 1 300000 0|504|1896
9861|~LCS-71 Cherkasy|tmerc 0 31.5 1 300000 0|504|1897
9862|~LCS-73 Chernivtsi|tmerc 0 26 1 300000 0|504|1898
9863|~LCS-74 Chernihiv|tmerc 0 32 1 300000 0|504|1899
9864|~LCS-80 Kyiv city|tmerc 0 30.5 1 300000 0|504|1900
9865|~LCS-85 Sevastopol|tmerc 0 33 1 300000 0|504|1901
9866|~|longlat|656|1902
9869|MRH21 Grid|tmerc 52.3 -1.8 1 227286.9881 265751.2874|656|1902
9871|~|longlat|657|1903
9874|~PNGMG94 zone 57|utm 57 +south|503|1904
9875|~PNGMG94 zone 58|utm 58 +south|503|1905
9880|MOLDOR11 Grid|tmerc 53.35 -1.9 1 226574.2032 390894.838|657|1903
9895|~Luxembourg TM (3D)|tmerc 49.8333333333333 6.16666666666667 1 80000 100000|50|145
9939|~|longlat|658|1906
9943|EBBWV14 Grid|tmerc 51.75 -3.1 1 106702.326 119968.1395|658|1906
9945|Macedonia State Coordinate System truncated|tmerc 0 21 .9999 500000 -4000000|511|1463|1621
9947|~LAEA Iceland|laea 65 -19 1700000 1300000|484|592
9964|~|longlat|659|1907
9967|HULLEE13 Grid|tmerc 53.75 -.95 1 140859.7394 247512.2812|659|1907
9969|~|longlat|660|1908
9972|SCM22 Grid|tmerc 56.6 -3.85 1 108600.972 239087.349|660|1908
9974|~|longlat|661|1909
9977|FNL22 Grid|tmerc 58 -3.8 1 139618.9493 183110.794|661|1909
9990|~|longlat|662|928
20002|MWC18 Grid|tmerc 53.35 -2.55 1 171975.9382 116744.6938|663|1910
20004|~Gauss-Kruger zone 4|tmerc 0 21 1 4500000 0|88|324
20005|~Gauss-Kruger zone 5|tmerc 0 27 1 5500000 0|88|325
20006|~Gauss-Kruger zone 6|tmerc 0 33 1 6500000 0|88|326
20007|~Gauss-Kruger zone 7|tmerc 0 39 1 7500000 0|88|327
20008|~Gauss-Kruger zone 8|tmerc 0 45 1 8500000 0|88|328
20009|~Gauss-Kruger zone 9|tmerc 0 51 1 9500000 0|88|329
20010|~Gauss-Kruger zone 10|tmerc 0 57 1 10500000 0|88|330
20011|~Gauss-Kruger zone 11|tmerc 0 63 1 11500000 0|88|331
20012|~Gauss-Kruger zone 12|tmerc 0 69 1 12500000 0|88|332
20013|~Gauss-Kruger zone 13|tmerc 0 75 1 13500000 0|88|333
20014|~Gauss-Kruger zone 14|tmerc 0 81 1 14500000 0|88|334
20015|~Gauss-Kruger zone 15|tmerc 0 87 1 15500000 0|88|335
20016|~Gauss-Kruger zone 16|tmerc 0 93 1 16500000 0|88|336
20017|~Gauss-Kruger zone 17|tmerc 0 99 1 17500000 0|88|337
20018|~Gauss-Kruger zone 18|tmerc 0 105 1 18500000 0|88|338
20019|~Gauss-Kruger zone 19|tmerc 0 111 1 19500000 0|88|339
20020|~Gauss-Kruger zone 20|tmerc 0 117 1 20500000 0|88|340
20021|~Gauss-Kruger zone 21|tmerc 0 123 1 21500000 0|88|341
20022|~Gauss-Kruger zone 22|tmerc 0 129 1 22500000 0|88|342
20023|~Gauss-Kruger zone 23|tmerc 0 135 1 23500000 0|88|343
20024|~Gauss-Kruger zone 24|tmerc 0 141 1 24500000 0|88|344
20025|~Gauss-Kruger zone 25|tmerc 0 147 1 25500000 0|88|345
20026|~Gauss-Kruger zone 26|tmerc 0 153 1 26500000 0|88|346
20027|~Gauss-Kruger zone 27|tmerc 0 159 1 27500000 0|88|347
20028|~Gauss-Kruger zone 28|tmerc 0 165 1 28500000 0|88|348
20029|~Gauss-Kruger zone 29|tmerc 0 171 1 29500000 0|88|349
20030|~Gauss-Kruger zone 30|tmerc 0 177 1 30500000 0|88|350
20031|~Gauss-Kruger zone 31|tmerc 0 -177 1 31500000 0|88|351
20032|~Gauss-Kruger zone 32|tmerc 0 -171 1 32500000 0|88|352
20033|~|longlat|663|1910
20041|~|longlat|664|1282
20042|~UTM zone 12S|utm 12 +south|664|1911
20047|~BCSG2020|tmerc -28 153 .99999 150000 200000|544|627
20048|~UTM zone 18S|utm 18 +south|664|1284
20049|~UTM zone 19S|utm 19 +south|664|1283
20050|~Amtrak NECCS21 (ft)|omerc 40.8333333333333 -74 58 58 .99999 457200 457200 units=ft|515|1912
20064|~Gauss-Kruger 4N|tmerc 0 21 1 500000 0|88|324
20065|~Gauss-Kruger 5N|tmerc 0 27 1 500000 0|88|325
20066|~Gauss-Kruger 6N|tmerc 0 33 1 500000 0|88|326
20067|~Gauss-Kruger 7N|tmerc 0 39 1 500000 0|88|327
20068|~Gauss-Kruger 8N|tmerc 0 45 1 500000 0|88|328
20069|~Gauss-Kruger 9N|tmerc 0 51 1 500000 0|88|329
20070|~Gauss-Kruger 10N|tmerc 0 57 1 500000 0|88|330
20071|~Gauss-Kruger 11N|tmerc 0 63 1 500000 0|88|331
20072|~Gauss-Kruger 12N|tmerc 0 69 1 500000 0|88|332
20073|~Gauss-Kruger 13N|tmerc 0 75 1 500000 0|88|333
20074|~Gauss-Kruger 14N|tmerc 0 81 1 500000 0|88|334
20075|~Gauss-Kruger 15N|tmerc 0 87 1 500000 0|88|335
20076|~Gauss-Kruger 16N|tmerc 0 93 1 500000 0|88|336
20077|~Gauss-Kruger 17N|tmerc 0 99 1 500000 0|88|337
20078|~Gauss-Kruger 18N|tmerc 0 105 1 500000 0|88|338
20079|~Gauss-Kruger 19N|tmerc 0 111 1 500000 0|88|339
20080|~Gauss-Kruger 20N|tmerc 0 117 1 500000 0|88|340
20081|~Gauss-Kruger 21N|tmerc 0 123 1 500000 0|88|341
20082|~Gauss-Kruger 22N|tmerc 0 129 1 500000 0|88|342
20083|~Gauss-Kruger 23N|tmerc 0 135 1 500000 0|88|343
20084|~Gauss-Kruger 24N|tmerc 0 141 1 500000 0|88|344
20085|~Gauss-Kruger 25N|tmerc 0 147 1 500000 0|88|345
20086|~Gauss-Kruger 26N|tmerc 0 153 1 500000 0|88|346
20087|~Gauss-Kruger 27N|tmerc 0 159 1 500000 0|88|347
20088|~Gauss-Kruger 28N|tmerc 0 165 1 500000 0|88|348
20089|~Gauss-Kruger 29N|tmerc 0 171 1 500000 0|88|349
20090|~Gauss-Kruger 30N|tmerc 0 177 1 500000 0|88|350
20091|~Gauss-Kruger 31N|tmerc 0 -177 1 500000 0|88|351
20092|~Gauss-Kruger 32N|tmerc 0 -171 1 500000 0|88|352
20135|~UTM zone 35N|utm 35|303|1913
20136|~UTM zone 36N|utm 36|303|1914|5
20137|~UTM zone 37N|utm 37|665|1915|5
20138|~UTM zone 38N|utm 38|665|1916
20248|~AMG zone 48|utm 48 +south|666|1917
20249|~AMG zone 49|utm 49 +south|304|1918
20250|~AMG zone 50|utm 50 +south|304|1919
20251|~AMG zone 51|utm 51 +south|304|1714
20252|~AMG zone 52|utm 52 +south|304|1715|3
20253|~AMG zone 53|utm 53 +south|667|1716|3
20254|~AMG zone 54|utm 54 +south|304|1920|204
20255|~AMG zone 55|utm 55 +south|304|1921|5
20256|~AMG zone 56|utm 56 +south|304|1922|198
20257|~AMG zone 57|utm 57 +south|304|1923
20258|~AMG zone 58|utm 58 +south|304|1924
20348|~AMG zone 48|utm 48 +south|668|1917
20349|~AMG zone 49|utm 49 +south|305|1918
20350|~AMG zone 50|utm 50 +south|305|1919
20351|~AMG zone 51|utm 51 +south|305|1714
20352|~AMG zone 52|utm 52 +south|305|1925
20353|~AMG zone 53|utm 53 +south|305|1926
20354|~AMG zone 54|utm 54 +south|305|1927
20355|~AMG zone 55|utm 55 +south|305|1928
20356|~AMG zone 56|utm 56 +south|305|1929
20357|~AMG zone 57|utm 57 +south|668|1923
20358|~AMG zone 58|utm 58 +south|668|1924
20436|~UTM zone 36N|utm 36|76|1930
20437|~UTM zone 37N|utm 37|76|1931
20438|~UTM zone 38N|utm 38|76|1932|7
20439|~UTM zone 39N|utm 39|76|1933
20440|~UTM zone 40N|utm 40|76|1805
20499|~Bahrain Grid|utm 39|76|1934
20538|~UTM zone 38N|utm 38|306|1935
20539|~UTM zone 39N|utm 39|306|1936
20790|~Portuguese National Grid|tmerc 39.6666666666667 1 1 200000 300000|461|914
20791|~Portuguese Grid|tmerc 39.6666666666667 1 1 0 0|461|914
20822|~UTM zone 22S|utm 22 +south|669|1937
20823|~UTM zone 23S|utm 23 +south|669|1938|227
20824|~UTM zone 24S|utm 24 +south|309|1939|232
20904|~Gauss-Kruger zone 4|tmerc 0 21 1 4500000 0|541|324
20905|~Gauss-Kruger zone 5|tmerc 0 27 1 5500000 0|541|325
20906|~Gauss-Kruger zone 6|tmerc 0 33 1 6500000 0|541|326
20907|~Gauss-Kruger zone 7|tmerc 0 39 1 7500000 0|541|327
20908|~Gauss-Kruger zone 8|tmerc 0 45 1 8500000 0|541|328
20909|~Gauss-Kruger zone 9|tmerc 0 51 1 9500000 0|541|329
20910|~Gauss-Kruger zone 10|tmerc 0 57 1 10500000 0|541|330
20911|~Gauss-Kruger zone 11|tmerc 0 63 1 11500000 0|541|331
20912|~Gauss-Kruger zone 12|tmerc 0 69 1 12500000 0|541|332
20913|~Gauss-Kruger zone 13|tmerc 0 75 1 13500000 0|541|333
20914|~Gauss-Kruger zone 14|tmerc 0 81 1 14500000 0|541|334
20915|~Gauss-Kruger zone 15|tmerc 0 87 1 15500000 0|541|335
20916|~Gauss-Kruger zone 16|tmerc 0 93 1 16500000 0|541|336
20917|~Gauss-Kruger zone 17|tmerc 0 99 1 17500000 0|541|337
20918|~Gauss-Kruger zone 18|tmerc 0 105 1 18500000 0|541|338
20919|~Gauss-Kruger zone 19|tmerc 0 111 1 19500000 0|541|339
20920|~Gauss-Kruger zone 20|tmerc 0 117 1 20500000 0|541|340
20921|~Gauss-Kruger zone 21|tmerc 0 123 1 21500000 0|541|341
20922|~Gauss-Kruger zone 22|tmerc 0 129 1 22500000 0|541|342
20923|~Gauss-Kruger zone 23|tmerc 0 135 1 23500000 0|541|343
20924|~Gauss-Kruger zone 24|tmerc 0 141 1 24500000 0|541|344
20925|~Gauss-Kruger zone 25|tmerc 0 147 1 25500000 0|541|345
20926|~Gauss-Kruger zone 26|tmerc 0 153 1 26500000 0|541|346
20927|~Gauss-Kruger zone 27|tmerc 0 159 1 27500000 0|541|347
20928|~Gauss-Kruger zone 28|tmerc 0 165 1 28500000 0|541|348
20929|~Gauss-Kruger zone 29|tmerc 0 171 1 29500000 0|541|349
20930|~Gauss-Kruger zone 30|tmerc 0 177 1 30500000 0|541|350
20931|~Gauss-Kruger zone 31|tmerc 0 -177 1 31500000 0|541|351
20932|~Gauss-Kruger zone 32|tmerc 0 -171 1 32500000 0|541|352
20934|~UTM zone 34S|utm 34 +south|670|1940|33
20935|~UTM zone 35S|utm 35 +south|670|1941|33
20936|~UTM zone 36S|utm 36 +south|671|1942|38
21004|~Gauss-Kruger CM 21E|tmerc 0 21 1 500000 0|541|324
21005|~Gauss-Kruger CM 27E|tmerc 0 27 1 500000 0|541|325
21006|~Gauss-Kruger CM 33E|tmerc 0 33 1 500000 0|541|326
21007|~Gauss-Kruger CM 39E|tmerc 0 39 1 500000 0|541|327
21008|~Gauss-Kruger CM 45E|tmerc 0 45 1 500000 0|541|328
21009|~Gauss-Kruger CM 51E|tmerc 0 51 1 500000 0|541|329
21010|~Gauss-Kruger CM 57E|tmerc 0 57 1 500000 0|541|330
21011|~Gauss-Kruger CM 63E|tmerc 0 63 1 500000 0|541|331
21012|~Gauss-Kruger CM 69E|tmerc 0 69 1 500000 0|541|332
21013|~Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|541|333
21014|~Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|541|334
21015|~Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|541|335
21016|~Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|541|336
21017|~Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|541|337
21018|~Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|541|338
21019|~Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|541|339
21020|~Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|541|340
21021|~Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|541|341
21022|~Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|541|342
21023|~Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|541|343
21024|~Gauss-Kruger CM 141E|tmerc 0 141 1 500000 0|541|344
21025|~Gauss-Kruger CM 147E|tmerc 0 147 1 500000 0|541|345
21026|~Gauss-Kruger CM 153E|tmerc 0 153 1 500000 0|541|346
21027|~Gauss-Kruger CM 159E|tmerc 0 159 1 500000 0|541|347
21028|~Gauss-Kruger CM 165E|tmerc 0 165 1 500000 0|541|348
21029|~Gauss-Kruger CM 171E|tmerc 0 171 1 500000 0|541|349
21030|~Gauss-Kruger CM 177E|tmerc 0 177 1 500000 0|541|350
21031|~Gauss-Kruger CM 177W|tmerc 0 -177 1 500000 0|541|351
21032|~Gauss-Kruger CM 171W|tmerc 0 -171 1 500000 0|541|352
21035|~UTM zone 35S|utm 35 +south|311|1943|8
21036|~UTM zone 36S|utm 36 +south|311|1944|9
21037|~UTM zone 37S|utm 37 +south|311|1945|9
21095|~UTM zone 35N|utm 35|672|1946
21096|~UTM zone 36N|utm 36|672|1947|3
21097|~UTM zone 37N|utm 37|673|1948
21100|~NEIEZ|merc 110 .997 3900000 900000|467|546
21148|~UTM zone 48S|utm 48 +south|69|1949|5
21149|~UTM zone 49S|utm 49 +south|131|1950|5
21150|~UTM zone 50S|utm 50 +south|131|1951|49
21207|~GSK 3GK zone 7|tmerc 0 21 1 7250000 0|541|427
21208|~GSK 3GK zone 8|tmerc 0 24 1 8250000 0|541|428
21209|~GSK 3GK zone 9|tmerc 0 27 1 9250000 0|541|429
21210|~GSK 3GK zone 10|tmerc 0 30 1 10250000 0|541|430
21211|~GSK 3GK zone 11|tmerc 0 33 1 11250000 0|541|431
21212|~GSK 3GK zone 12|tmerc 0 36 1 12250000 0|541|432
21213|~GSK 3GK zone 13|tmerc 0 39 1 13250000 0|541|433
21214|~GSK 3GK zone 14|tmerc 0 42 1 14250000 0|541|434
21215|~GSK 3GK zone 15|tmerc 0 45 1 15250000 0|541|435
21216|~GSK 3GK zone 16|tmerc 0 48 1 16250000 0|541|436
21217|~GSK 3GK zone 17|tmerc 0 51 1 17250000 0|541|437
21218|~GSK 3GK zone 18|tmerc 0 54 1 18250000 0|541|438
21219|~GSK 3GK zone 19|tmerc 0 57 1 19250000 0|541|439
21220|~GSK 3GK zone 20|tmerc 0 60 1 20250000 0|541|440
21221|~GSK 3GK zone 21|tmerc 0 63 1 21250000 0|541|441
21222|~GSK 3GK zone 22|tmerc 0 66 1 22250000 0|541|442
21223|~GSK 3GK zone 23|tmerc 0 69 1 23250000 0|541|443
21224|~GSK 3GK zone 24|tmerc 0 72 1 24250000 0|541|444
21225|~GSK 3GK zone 25|tmerc 0 75 1 25250000 0|541|445
21226|~GSK 3GK zone 26|tmerc 0 78 1 26250000 0|541|446
21227|~GSK 3GK zone 27|tmerc 0 81 1 27250000 0|541|447
21228|~GSK 3GK zone 28|tmerc 0 84 1 28250000 0|541|448
21229|~GSK 3GK zone 29|tmerc 0 87 1 29250000 0|541|449
21230|~GSK 3GK zone 30|tmerc 0 90 1 30250000 0|541|390
21231|~GSK 3GK zone 31|tmerc 0 93 1 31250000 0|541|391
21232|~GSK 3GK zone 32|tmerc 0 96 1 32250000 0|541|392
21233|~GSK 3GK zone 33|tmerc 0 99 1 33250000 0|541|393
21234|~GSK 3GK zone 34|tmerc 0 102 1 34250000 0|541|395
21235|~GSK 3GK zone 35|tmerc 0 105 1 35250000 0|541|396
21236|~GSK 3GK zone 36|tmerc 0 108 1 36250000 0|541|397
21237|~GSK 3GK zone 37|tmerc 0 111 1 37250000 0|541|398
21238|~GSK 3GK zone 38|tmerc 0 114 1 38250000 0|541|399
21239|~GSK 3GK zone 39|tmerc 0 117 1 39250000 0|541|400
21240|~GSK 3GK zone 40|tmerc 0 120 1 40250000 0|541|401
21241|~GSK 3GK zone 41|tmerc 0 123 1 41250000 0|541|402
21242|~GSK 3GK zone 42|tmerc 0 126 1 42250000 0|541|403
21243|~GSK 3GK zone 43|tmerc 0 129 1 43250000 0|541|404
21244|~GSK 3GK zone 44|tmerc 0 132 1 44250000 0|541|405
21245|~GSK 3GK zone 45|tmerc 0 135 1 45250000 0|541|406
21246|~GSK 3GK zone 46|tmerc 0 138 1 46250000 0|541|407
21247|~GSK 3GK zone 47|tmerc 0 141 1 47250000 0|541|408
21248|~GSK 3GK zone 48|tmerc 0 144 1 48250000 0|541|409
21249|~GSK 3GK zone 49|tmerc 0 147 1 49250000 0|541|410
21250|~GSK 3GK zone 50|tmerc 0 150 1 50250000 0|541|411
21251|~GSK 3GK zone 51|tmerc 0 153 1 51250000 0|541|412
21252|~GSK 3GK zone 52|tmerc 0 156 1 52250000 0|541|413
21253|~GSK 3GK zone 53|tmerc 0 159 1 53250000 0|541|414
21254|~GSK 3GK zone 54|tmerc 0 162 1 54250000 0|541|415
21255|~GSK 3GK zone 55|tmerc 0 165 1 55250000 0|541|416
21256|~GSK 3GK zone 56|tmerc 0 168 1 56250000 0|541|417
21257|~GSK 3GK zone 57|tmerc 0 171 1 57250000 0|541|418
21258|~GSK 3GK zone 58|tmerc 0 174 1 58250000 0|541|419
21259|~GSK 3GK zone 59|tmerc 0 177 1 59250000 0|541|420
21260|~GSK 3GK zone 60|tmerc 0 180 1 60250000 0|541|421
21261|~GSK 3GK zone 61|tmerc 0 -177 1 61250000 0|541|422
21262|~GSK 3GK zone 62|tmerc 0 -174 1 62250000 0|541|423
21263|~GSK 3GK zone 63|tmerc 0 -171 1 63250000 0|541|424
21264|~GSK 3GK zone 64|tmerc 0 -168 1 64250000 0|541|425
21291|~British West Indies Grid|tmerc 0 -62 .9995 400000 0|312|1053
21292|~Barbados National Grid|tmerc 13.1763888888889 -59.5597222222222 .9999986 30000 75000|312|1053
21307|~GSK 3GK CM 21E|tmerc 0 21 1 250000 0|541|427
21308|~GSK 3GK CM 24E|tmerc 0 24 1 250000 0|541|428
21309|~GSK 3GK CM 27E|tmerc 0 27 1 250000 0|541|429
21310|~GSK 3GK CM 30E|tmerc 0 30 1 250000 0|541|430
21311|~GSK 3GK CM 33E|tmerc 0 33 1 250000 0|541|431
21312|~GSK 3GK CM 36E|tmerc 0 36 1 250000 0|541|432
21313|~GSK 3GK CM 39E|tmerc 0 39 1 250000 0|541|433
21314|~GSK 3GK CM 42E|tmerc 0 42 1 250000 0|541|434
21315|~GSK 3GK CM 45E|tmerc 0 45 1 250000 0|541|435
21316|~GSK 3GK CM 48E|tmerc 0 48 1 250000 0|541|436
21317|~GSK 3GK CM 51E|tmerc 0 51 1 250000 0|541|437
21318|~GSK 3GK CM 54E|tmerc 0 54 1 250000 0|541|438
21319|~GSK 3GK CM 57E|tmerc 0 57 1 250000 0|541|439
21320|~GSK 3GK CM 60E|tmerc 0 60 1 250000 0|541|440
21321|~GSK 3GK CM 63E|tmerc 0 63 1 250000 0|541|441
21322|~GSK 3GK CM 66E|tmerc 0 66 1 250000 0|541|442
21323|~GSK 3GK CM 69E|tmerc 0 69 1 250000 0|541|443
21324|~GSK 3GK CM 72E|tmerc 0 72 1 250000 0|541|444
21325|~GSK 3GK CM 75E|tmerc 0 75 1 250000 0|541|445
21326|~GSK 3GK CM 78E|tmerc 0 78 1 250000 0|541|446
21327|~GSK 3GK CM 81E|tmerc 0 81 1 250000 0|541|447
21328|~GSK 3GK CM 84E|tmerc 0 84 1 250000 0|541|448
21329|~GSK 3GK CM 87E|tmerc 0 87 1 250000 0|541|449
21330|~GSK 3GK CM 90E|tmerc 0 90 1 250000 0|541|390
21331|~GSK 3GK CM 93E|tmerc 0 93 1 250000 0|541|391
21332|~GSK 3GK CM 96E|tmerc 0 96 1 250000 0|541|392
21333|~GSK 3GK CM 99E|tmerc 0 99 1 250000 0|541|393
21334|~GSK 3GK CM 102E|tmerc 0 102 1 250000 0|541|395
21335|~GSK 3GK CM 105E|tmerc 0 105 1 250000 0|541|396
21336|~GSK 3GK CM 108E|tmerc 0 108 1 250000 0|541|397
21337|~GSK 3GK CM 111E|tmerc 0 111 1 250000 0|541|398
21338|~GSK 3GK CM 114E|tmerc 0 114 1 250000 0|541|399
21339|~GSK 3GK CM 117E|tmerc 0 117 1 250000 0|541|400
21340|~GSK 3GK CM 120E|tmerc 0 120 1 250000 0|541|401
21341|~GSK 3GK CM 123E|tmerc 0 123 1 250000 0|541|402
21342|~GSK 3GK CM 126E|tmerc 0 126 1 250000 0|541|403
21343|~GSK 3GK CM 129E|tmerc 0 129 1 250000 0|541|404
21344|~GSK 3GK CM 132E|tmerc 0 132 1 250000 0|541|405
21345|~GSK 3GK CM 135E|tmerc 0 135 1 250000 0|541|406
21346|~GSK 3GK CM 138E|tmerc 0 138 1 250000 0|541|407
21347|~GSK 3GK CM 141E|tmerc 0 141 1 250000 0|541|408
21348|~GSK 3GK CM 144E|tmerc 0 144 1 250000 0|541|409
21349|~GSK 3GK CM 147E|tmerc 0 147 1 250000 0|541|410
21350|~GSK 3GK CM 150E|tmerc 0 150 1 250000 0|541|411
21351|~GSK 3GK CM 153E|tmerc 0 153 1 250000 0|541|412
21352|~GSK 3GK CM 156E|tmerc 0 156 1 250000 0|541|413
21353|~GSK 3GK CM 159E|tmerc 0 159 1 250000 0|541|414
21354|~GSK 3GK CM 162E|tmerc 0 162 1 250000 0|541|415
21355|~GSK 3GK CM 165E|tmerc 0 165 1 250000 0|541|416
21356|~GSK 3GK CM 168E|tmerc 0 168 1 250000 0|541|417
21357|~GSK 3GK CM 171E|tmerc 0 171 1 250000 0|541|418
21358|~GSK 3GK CM 174E|tmerc 0 174 1 250000 0|541|419
21359|~GSK 3GK CM 177E|tmerc 0 177 1 250000 0|541|420
21360|~GSK 3GK CM 180E|tmerc 0 180 1 250000 0|541|421
21361|~GSK 3GK CM 177W|tmerc 0 -177 1 250000 0|541|422
21362|~GSK 3GK CM 174W|tmerc 0 -174 1 250000 0|541|423
21363|~GSK 3GK CM 171W|tmerc 0 -171 1 250000 0|541|424
21364|~GSK 3GK CM 168W|tmerc 0 -168 1 250000 0|541|425
21413|~Gauss-Kruger zone 13|tmerc 0 75 1 13500000 0|83|266|66
21414|~Gauss-Kruger zone 14|tmerc 0 81 1 14500000 0|83|267|67
21415|~Gauss-Kruger zone 15|tmerc 0 87 1 15500000 0|83|268|64
21416|~Gauss-Kruger zone 16|tmerc 0 93 1 16500000 0|82|269|3
21417|~Gauss-Kruger zone 17|tmerc 0 99 1 17500000 0|82|270|3
21418|~Gauss-Kruger zone 18|tmerc 0 105 1 18500000 0|82|271|44
21419|~Gauss-Kruger zone 19|tmerc 0 111 1 19500000 0|84|272|64
21420|~Gauss-Kruger zone 20|tmerc 0 117 1 20500000 0|82|273|69
21421|~Gauss-Kruger zone 21|tmerc 0 123 1 21500000 0|86|274|88
21422|~Gauss-Kruger zone 22|tmerc 0 129 1 22500000 0|82|275|3
21423|~Gauss-Kruger zone 23|tmerc 0 135 1 23500000 0|82|276|3
21453|~Gauss-Kruger CM 75E|tmerc 0 75 1 500000 0|83|266|66
21454|~Gauss-Kruger CM 81E|tmerc 0 81 1 500000 0|83|267|67
21455|~Gauss-Kruger CM 87E|tmerc 0 87 1 500000 0|83|268|64
21456|~Gauss-Kruger CM 93E|tmerc 0 93 1 500000 0|82|269|3
21457|~Gauss-Kruger CM 99E|tmerc 0 99 1 500000 0|82|270|3
21458|~Gauss-Kruger CM 105E|tmerc 0 105 1 500000 0|82|271|44
21459|~Gauss-Kruger CM 111E|tmerc 0 111 1 500000 0|84|272|64
21460|~Gauss-Kruger CM 117E|tmerc 0 117 1 500000 0|82|273|69
21461|~Gauss-Kruger CM 123E|tmerc 0 123 1 500000 0|86|274|88
21462|~Gauss-Kruger CM 129E|tmerc 0 129 1 500000 0|82|275|3
21463|~Gauss-Kruger CM 135E|tmerc 0 135 1 500000 0|82|276|3
21473|~Gauss-Kruger 13N|tmerc 0 75 1 500000 0|83|266|66
21474|~Gauss-Kruger 14N|tmerc 0 81 1 500000 0|83|267|67
21475|~Gauss-Kruger 15N|tmerc 0 87 1 500000 0|83|268|64
21476|~Gauss-Kruger 16N|tmerc 0 93 1 500000 0|82|269|3
21477|~Gauss-Kruger 17N|tmerc 0 99 1 500000 0|82|270|3
21478|~Gauss-Kruger 18N|tmerc 0 105 1 500000 0|82|271|44
21479|~Gauss-Kruger 19N|tmerc 0 111 1 500000 0|84|272|64
21480|~Gauss-Kruger 20N|tmerc 0 117 1 500000 0|82|273|69
21481|~Gauss-Kruger 21N|tmerc 0 123 1 500000 0|86|274|88
21482|~Gauss-Kruger 22N|tmerc 0 129 1 500000 0|82|275|3
21483|~Gauss-Kruger 23N|tmerc 0 135 1 500000 0|82|276|3
21500|~Belge Lambert 50|lcc 90 0 49.8333333333333 51.1666666666667 150000 5400000|466|865|90
21780|~LV03C|somerc 46.9524055555556 0 1 0 0|459|52
21781|~LV03|somerc 46.9524055555556 7.43958333333333 1 600000 200000|291|52
21782|~LV03C-G|somerc 46.9524055555556 7.43958333333333 1 0 0|291|1952
21818|~UTM zone 18N|utm 18|674|1953|10
21891|~Colombia West zone|tmerc 4.59904722222222 -77.0809166666667 1 1000000 1000000|675|1954|10
21892|~Colombia Bogota zone|tmerc 4.59904722222222 -74.0809166666667 1 1000000 1000000|314|630|13
21893|~Colombia East Central zone|tmerc 4.59904722222222 -71.0809166666667 1 1000000 1000000|314|631|15
21894|~Colombia East|tmerc 4.59904722222222 -68.0809166666667 1 1000000 1000000|314|632
21896|~Colombia West zone|tmerc 4.59904722222222 -77.0809166666667 1 1000000 1000000|675|1954|10
21897|~Colombia Bogota zone|tmerc 4.59904722222222 -74.0809166666667 1 1000000 1000000|314|630|13
21898|~Colombia East Central zone|tmerc 4.59904722222222 -71.0809166666667 1 1000000 1000000|314|631|15
21899|~Colombia East zone|tmerc 4.59904722222222 -68.0809166666667 1 1000000 1000000|314|632
22032|~UTM zone 32S|utm 32 +south|676|1955|370
22033|~UTM zone 33S|utm 33 +south|316|1956|410
22091|~TM 11.30 SE|tmerc 0 11.5 .9996 500000 10000000|676|1957
22092|~TM 12 SE|tmerc 0 12 .9996 500000 10000000|676|1816|369
22171|~Argentina 1|tmerc -90 -72 1 1500000 0|299|1271
22172|~Argentina 2|tmerc -90 -69 1 2500000 0|299|1272
22173|~Argentina 3|tmerc -90 -66 1 3500000 0|299|1273
22174|~Argentina 4|tmerc -90 -63 1 4500000 0|299|1274
22175|~Argentina 5|tmerc -90 -60 1 5500000 0|299|1275
22176|~Argentina 6|tmerc -90 -57 1 6500000 0|299|1276
22177|~Argentina 7|tmerc -90 -54 1 7500000 0|299|1277
22181|~Argentina 1|tmerc -90 -72 1 1500000 0|426|1271
22182|~Argentina 2|tmerc -90 -69 1 2500000 0|426|1272
22183|~Argentina 3|tmerc -90 -66 1 3500000 0|426|1273
22184|~Argentina 4|tmerc -90 -63 1 4500000 0|426|1274
22185|~Argentina 5|tmerc -90 -60 1 5500000 0|426|1275
22186|~Argentina 6|tmerc -90 -57 1 6500000 0|426|1276
22187|~Argentina 7|tmerc -90 -54 1 7500000 0|426|1277
22191|~Argentina 1|tmerc -90 -72 1 1500000 0|74|1271
22192|~Argentina 2|tmerc -90 -69 1 2500000 0|74|1958|2
22193|~Argentina 3|tmerc -90 -66 1 3500000 0|74|1959
22194|~Argentina 4|tmerc -90 -63 1 4500000 0|74|1960
22195|~Argentina 5|tmerc -90 -60 1 5500000 0|74|1275
22196|~Argentina 6|tmerc -90 -57 1 6500000 0|74|1276
22197|~Argentina 7|tmerc -90 -54 1 7500000 0|74|1277
22207|~UTM zone 7N|utm 7|552|658
22208|~UTM zone 8N|utm 8|552|659
22209|~UTM zone 9N|utm 9|552|660
22210|~UTM zone 10N|utm 10|552|661
22211|~UTM zone 11N|utm 11|552|512
22212|~UTM zone 12N|utm 12|552|513
22213|~UTM zone 13N|utm 13|552|514
22213|~UTM zone 13N|utm 13|552|514
22214|~UTM zone 14N|utm 14|552|662
22215|~UTM zone 15N|utm 15|552|663
22216|~UTM zone 16N|utm 16|552|664
22217|~UTM zone 17N|utm 17|552|515
22218|~UTM zone 18N|utm 18|552|516
22219|~UTM zone 19N|utm 19|552|517
22220|~UTM zone 20N|utm 20|552|518
22221|~UTM zone 21N|utm 21|552|519
22222|~UTM zone 22N|utm 22|552|912
22234|~UTM zone 34S|utm 34 +south|317|1961|127
22235|~UTM zone 35S|utm 35 +south|317|1962|126
22236|~UTM zone 36S|utm 36 +south|317|1963|127
22239|~PEI Stereographic|sterea 47.25 -63 .999912 400000 800000|552|252
22240|~NB Stereographic|sterea 46.5 -66.5 .999912 2500000 7500000|552|34
22243|~SCoPQ zone 3|tmerc 0 -58.5 .9999 304800 0|552|9
22244|~SCoPQ zone 4|tmerc 0 -61.5 .9999 304800 0|552|10
22245|~SCoPQ zone 5|tmerc 0 -64.5 .9999 304800 0|552|11
22246|~SCoPQ zone 6|tmerc 0 -67.5 .9999 304800 0|552|12
22247|~SCoPQ zone 7|tmerc 0 -70.5 .9999 304800 0|552|13
22248|~SCoPQ zone 8|tmerc 0 -73.5 .9999 304800 0|552|14
22249|~SCoPQ zone 9|tmerc 0 -76.5 .9999 304800 0|552|15
22250|~SCoPQ zone 10|tmerc 0 -79.5 .9999 304800 0|552|16
22262|~Alberta 3TM ref merid 111 W|tmerc 0 -111 .9999 0 0|552|922
22263|~Alberta 3TM ref merid 114 W|tmerc 0 -114 .9999 0 0|552|923
22264|~Alberta 3TM ref merid 117 W|tmerc 0 -117 .9999 0 0|552|924
22265|~Alberta 3TM ref merid 120 W|tmerc 0 -120 .9999 0 0|552|925
22275|~Lo15|tmerc 0 15 1 0 0 axis=wsu|317|42|109
22277|~Lo17|tmerc 0 17 1 0 0 axis=wsu|317|43
22279|~Lo19|tmerc 0 19 1 0 0 axis=wsu|317|44
22281|~Lo21|tmerc 0 21 1 0 0 axis=wsu|317|45
22283|~Lo23|tmerc 0 23 1 0 0 axis=wsu|317|46
22285|~Lo25|tmerc 0 25 1 0 0 axis=wsu|317|47
22287|~Lo27|tmerc 0 27 1 0 0 axis=wsu|317|48
22289|~Lo29|tmerc 0 29 1 0 0 axis=wsu|317|49
22291|~Lo31|tmerc 0 31 1 0 0 axis=wsu|317|50
22293|~Lo33|tmerc 0 33 1 0 0 axis=wsu|317|51
22307|~UTM zone 7N|utm 7|553|658
22308|~UTM zone 8N|utm 8|553|659
22309|~UTM zone 9N|utm 9|553|660
22310|~UTM zone 10N|utm 10|553|661
22311|~UTM zone 11N|utm 11|553|512
22312|~UTM zone 12N|utm 12|553|513
22313|~UTM zone 13N|utm 13|553|514
22314|~UTM zone 14N|utm 14|553|662
22315|~UTM zone 15N|utm 15|553|663
22316|~UTM zone 16N|utm 16|553|664
22317|~UTM zone 17N|utm 17|553|515
22318|~UTM zone 18N|utm 18|553|516
22319|~UTM zone 19N|utm 19|553|517
22320|~UTM zone 20N|utm 20|553|518
22321|~UTM zone 21N|utm 21|553|519
22322|~UTM zone 22N|utm 22|553|912
22332|~UTM zone 32N|utm 32|28|82
22337|~MTM NS 1997 zone 5|tmerc 0 -64.5 .9999 15500000 0|553|254
22338|~MTM NS 1997 zone 4|tmerc 0 -61.5 .9999 14500000 0|553|253
22348|~MTM zone 8|tmerc 0 -73.5 .9999 304800 0|553|17
22349|~MTM zone 9|tmerc 0 -76.5 .9999 304800 0|553|18
22350|~MTM zone 10|tmerc 0 -79.5 .9999 304800 0|553|19
22351|~MTM zone 11|tmerc 0 -82.5 .9999 304800 0|553|20
22352|~MTM zone 12|tmerc 0 -81 .9999 304800 0|553|21
22353|~MTM zone 13|tmerc 0 -84 .9999 304800 0|553|22
22354|~MTM zone 14|tmerc 0 -87 .9999 304800 0|553|23
22355|~MTM zone 15|tmerc 0 -90 .9999 304800 0|553|24
22356|~MTM zone 16|tmerc 0 -93 .9999 304800 0|553|25
22357|~MTM zone 17|tmerc 0 -96 .9999 304800 0|553|26
22391|~Nord Tunisie|lcc 36 9.9 36 k_0=.999625544 x_0=500000 y_0=300000|28|1964
22392|~Sud Tunisie|lcc 33.3 9.9 33.3 k_0=.999625769 x_0=500000 y_0=300000|318|1965
22407|~UTM zone 7N|utm 7|554|658
22408|~UTM zone 8N|utm 8|554|659
22409|~UTM zone 9N|utm 9|554|660
22410|~UTM zone 10N|utm 10|554|661
22411|~UTM zone 11N|utm 11|554|512
22412|~UTM zone 12N|utm 12|554|513
22413|~UTM zone 13N|utm 13|554|514
22414|~UTM zone 14N|utm 14|554|662
22415|~UTM zone 15N|utm 15|554|663
22416|~UTM zone 16N|utm 16|554|664
22417|~UTM zone 17N|utm 17|554|515
22418|~UTM zone 18N|utm 18|554|516
22419|~UTM zone 19N|utm 19|554|517
22420|~UTM zone 20N|utm 20|554|518
22421|~UTM zone 21N|utm 21|554|519
22422|~UTM zone 22N|utm 22|554|912
22462|~Alberta 3TM ref merid 111 W|tmerc 0 -111 .9999 0 0|554|922
22463|~Alberta 3TM ref merid 114 W|tmerc 0 -114 .9999 0 0|554|923
22464|~Alberta 3TM ref merid 117 W|tmerc 0 -117 .9999 0 0|554|924
22465|~Alberta 3TM ref merid 120 W|tmerc 0 -120 .9999 0 0|554|925
22521|~UTM zone 21S|utm 21 +south|320|1966
22522|~UTM zone 22S|utm 22 +south|320|1967
22523|~UTM zone 23S|utm 23 +south|320|1322
22524|~UTM zone 24S|utm 24 +south|320|1968
22525|~UTM zone 25S|utm 25 +south|320|1969
22607|~UTM zone 7N|utm 7|549|658
22608|~UTM zone 8N|utm 8|549|659
22609|~UTM zone 9N|utm 9|549|660
22610|~UTM zone 10N|utm 10|549|661
22611|~UTM zone 11N|utm 11|549|512
22612|~UTM zone 12N|utm 12|549|513
22613|~UTM zone 13N|utm 13|549|514
22614|~UTM zone 14N|utm 14|549|662
22615|~UTM zone 15N|utm 15|549|663
22616|~UTM zone 16N|utm 16|549|664
22617|~UTM zone 17N|utm 17|549|515
22618|~UTM zone 18N|utm 18|549|516
22619|~UTM zone 19N|utm 19|549|517
22620|~UTM zone 20N|utm 20|549|518
22621|~UTM zone 21N|utm 21|549|519
22622|~UTM zone 22N|utm 22|549|912
22639|~PEI Stereographic|sterea 47.25 -63 .999912 400000 800000|549|252
22641|~MTM zone 1|tmerc 0 -53 .9999 304800 0|549|1970
22642|~MTM zone 2|tmerc 0 -56 .9999 304800 0|549|1971
22643|~MTM zone 3|tmerc 0 -58.5 .9999 304800 0|549|1972
22644|~MTM zone 4|tmerc 0 -61.5 .9999 304800 0|549|1973
22645|~MTM zone 5|tmerc 0 -64.5 .9999 304800 0|549|1974
22646|~MTM zone 6|tmerc 0 -67.5 .9999 304800 0|549|1975
22648|~MTM zone 8|tmerc 0 -73.5 .9999 304800 0|549|17
22649|~MTM zone 9|tmerc 0 -76.5 .9999 304800 0|549|18
22650|~MTM zone 10|tmerc 0 -79.5 .9999 304800 0|549|19
22651|~MTM zone 11|tmerc 0 -82.5 .9999 304800 0|549|20
22652|~MTM zone 12|tmerc 0 -81 .9999 304800 0|549|21
22653|~MTM zone 13|tmerc 0 -84 .9999 304800 0|549|22
22654|~MTM zone 14|tmerc 0 -87 .9999 304800 0|549|23
22655|~MTM zone 15|tmerc 0 -90 .9999 304800 0|549|24
22656|~MTM zone 16|tmerc 0 -93 .9999 304800 0|549|25
22657|~MTM zone 17|tmerc 0 -96 .9999 304800 0|549|26
22707|~UTM zone 7N|utm 7|556|658
22708|~UTM zone 8N|utm 8|556|659
22709|~UTM zone 9N|utm 9|556|660
22710|~UTM zone 10N|utm 10|556|661
22711|~UTM zone 11N|utm 11|556|512
22712|~UTM zone 12N|utm 12|556|513
22713|~UTM zone 13N|utm 13|556|514
22714|~UTM zone 14N|utm 14|556|662
22715|~UTM zone 15N|utm 15|556|663
22716|~UTM zone 16N|utm 16|556|664
22717|~UTM zone 17N|utm 17|556|515
22718|~UTM zone 18N|utm 18|556|516
22719|~UTM zone 19N|utm 19|556|517
22720|~UTM zone 20N|utm 20|556|518
22721|~UTM zone 21N|utm 21|556|519
22722|~UTM zone 22N|utm 22|556|912
22739|~PEI Stereographic|sterea 47.25 -63 .999912 400000 800000|556|252
22762|~Alberta 3TM ref merid 111 W|tmerc 0 -111 .9999 0 0|556|922
22763|~Alberta 3TM ref merid 114 W|tmerc 0 -114 .9999 0 0|556|923
22764|~Alberta 3TM ref merid 117 W|tmerc 0 -117 .9999 0 0|556|924
22765|~Alberta 3TM ref merid 120 W|tmerc 0 -120 .9999 0 0|556|925
22770|~Syria Lambert|lcc 34.65 37.35 34.65 k_0=.9996256 x_0=300000 y_0=300000|322|1063|8
22780|~Levant Stereographic|sterea 34.2 39.15 .9995341 0 0|322|1063|8
22832|~UTM zone 32N|utm 32|323|1064|139
22991|~Blue Belt|tmerc 30 35 1 300000 1100000|324|1976
22992|~Red Belt|tmerc 30 31 1 615000 810000|324|1977
22993|~Purple Belt|tmerc 30 27 1 700000 200000|324|1978
22994|~Extended Purple Belt|tmerc 30 27 1 700000 1200000|324|1979
23028|~UTM zone 28N|utm 28|325|1980
23029|~UTM zone 29N|utm 29|58|1981|174
23030|~UTM zone 30N|utm 30|325|579|103
23031|~UTM zone 31N|utm 31|677|1982|8
23032|~UTM zone 32N|utm 32|678|1983|6
23033|~UTM zone 33N|utm 33|325|1984|5
23034|~UTM zone 34N|utm 34|325|1985|5
23035|~UTM zone 35N|utm 35|678|1986|130
23036|~UTM zone 36N|utm 36|679|1987|78
23037|~UTM zone 37N|utm 37|65|1988|86
23038|~UTM zone 38N|utm 38|65|1989
23090|~TM 0 N|tmerc 0 0 .9996 500000 0|325|1990
23095|~TM 5 NE|tmerc 0 5 .9996 500000 0|325|1991
23239|~UTM zone 39N|utm 39|327|863
23240|~UTM zone 40N|utm 40|327|1992
23433|~UTM zone 33N|utm 33|329|1064|139
23700|~EOV|somerc 47.1443937222222 19.0485717777778 .99993 650000 200000|331|934
23830|~Indonesia TM-3 zone 46.2|tmerc 0 94.5 .9999 200000 1500000|457|1993
23831|~Indonesia TM-3 zone 47.1|tmerc 0 97.5 .9999 200000 1500000|457|1994
23832|~Indonesia TM-3 zone 47.2|tmerc 0 100.5 .9999 200000 1500000|457|1995
23833|~Indonesia TM-3 zone 48.1|tmerc 0 103.5 .9999 200000 1500000|457|1996
23834|~Indonesia TM-3 zone 48.2|tmerc 0 106.5 .9999 200000 1500000|457|1997
23835|~Indonesia TM-3 zone 49.1|tmerc 0 109.5 .9999 200000 1500000|457|1998
23836|~Indonesia TM-3 zone 49.2|tmerc 0 112.5 .9999 200000 1500000|457|1999
23837|~Indonesia TM-3 zone 50.1|tmerc 0 115.5 .9999 200000 1500000|457|2000
23838|~Indonesia TM-3 zone 50.2|tmerc 0 118.5 .9999 200000 1500000|457|2001
23839|~Indonesia TM-3 zone 51.1|tmerc 0 121.5 .9999 200000 1500000|457|2002
23840|~Indonesia TM-3 zone 51.2|tmerc 0 124.5 .9999 200000 1500000|457|2003
23841|~Indonesia TM-3 zone 52.1|tmerc 0 127.5 .9999 200000 1500000|457|2004
23842|~Indonesia TM-3 zone 52.2|tmerc 0 130.5 .9999 200000 1500000|457|2005
23843|~Indonesia TM-3 zone 53.1|tmerc 0 133.5 .9999 200000 1500000|457|2006
23844|~Indonesia TM-3 zone 53.2|tmerc 0 136.5 .9999 200000 1500000|457|2007
23845|~Indonesia TM-3 zone 54.1|tmerc 0 139.5 .9999 200000 1500000|457|2008
23846|~UTM zone 46N|utm 46|332|1993
23847|~UTM zone 47N|utm 47|332|2009
23848|~UTM zone 48N|utm 48|332|2010
23849|~UTM zone 49N|utm 49|332|2011
23850|~UTM zone 50N|utm 50|332|1856
23851|~UTM zone 51N|utm 51|332|2012
23852|~UTM zone 52N|utm 52|332|2013
23866|~UTM zone 46N|utm 46|457|1852
23867|~UTM zone 47N|utm 47|457|1853
23868|~UTM zone 48N|utm 48|457|1854
23869|~UTM zone 49N|utm 49|457|1855
23870|~UTM zone 50N|utm 50|457|1856
23871|~UTM zone 51N|utm 51|457|1857
23872|~UTM zone 52N|utm 52|457|1858
23877|~UTM zone 47S|utm 47 +south|457|1859
23878|~UTM zone 48S|utm 48 +south|457|1860
23879|~UTM zone 49S|utm 49 +south|457|1861
23880|~UTM zone 50S|utm 50 +south|457|1862
23881|~UTM zone 51S|utm 51 +south|457|1863
23882|~UTM zone 52S|utm 52 +south|457|1864
23883|~UTM zone 53S|utm 53 +south|457|1865
23884|~UTM zone 54S|utm 54 +south|457|1866
23887|~UTM zone 47S|utm 47 +south|332|2014
23888|~UTM zone 48S|utm 48 +south|332|2015
23889|~UTM zone 49S|utm 49 +south|332|2016
23890|~UTM zone 50S|utm 50 +south|332|2017
23891|~UTM zone 51S|utm 51 +south|332|2018
23892|~UTM zone 52S|utm 52 +south|332|2019
23893|~UTM zone 53S|utm 53 +south|332|2020
23894|~UTM zone 54S|utm 54 +south|332|2008
23946|~UTM zone 46N|utm 46|680|2021|144
23947|~UTM zone 47N|utm 47|333|2022|390
23948|~UTM zone 48N|utm 48|333|2023
24047|~UTM zone 47N|utm 47|334|2024
24048|~UTM zone 48N|utm 48|334|2023|186
24100|~Jamaica (Old Grid)|lcc 18 -77 18 k_0=1 x_0=167638.49597 y_0=121918.90616 to_meter=.3047972654|335|866|211
24200|~Jamaica National Grid|lcc 18 -77 18 k_0=1 x_0=250000 y_0=150000|336|866
24305|~UTM zone 45N|utm 45|681|2025
24306|~UTM zone 46N|utm 46|681|2026
24311|~UTM zone 41N|utm 41|289|2027
24312|~UTM zone 42N|utm 42|289|2028|16
24313|~UTM zone 43N|utm 43|289|2029
24342|~UTM zone 42N|utm 42|290|2030
24343|~UTM zone 43N|utm 43|290|2031
24344|~UTM zone 44N|utm 44|290|2032
24345|~UTM zone 45N|utm 45|290|2033
24346|~UTM zone 46N|utm 46|290|2034
24347|~UTM zone 47N|utm 47|290|2035
24370|~India zone 0|lcc 39.5 68 39.5 k_0=.99846154 x_0=2153865.73916853 y_0=2368292.1946281 to_meter=.914398530744441|337|2036|177
24371|~India zone I|lcc 32.5 68 32.5 k_0=.99878641 x_0=2743195.59223332 y_0=914398.530744441 to_meter=.914398530744441|337|2037|172
24372|~India zone IIa|lcc 26 74 26 k_0=.99878641 x_0=2743195.59223332 y_0=914398.530744441 to_meter=.914398530744441|337|2038|150
24373|~India zone IIIa|lcc 19 80 19 k_0=.99878641 x_0=2743195.59223332 y_0=914398.530744441 to_meter=.914398530744441|337|2039|120
24374|~India zone IVa|lcc 12 80 12 k_0=.99878641 x_0=2743195.59223332 y_0=914398.530744441 to_meter=.914398530744441|337|2040|87
24375|~India zone IIb|lcc 26 90 26 k_0=.99878641 x_0=2743185.69 y_0=914395.23|681|621
24376|~India zone I|lcc 32.5 68 32.5 k_0=.99878641 x_0=2743196.4 y_0=914398.8|289|2041
24377|~India zone IIa|lcc 26 74 26 k_0=.99878641 x_0=2743196.4 y_0=914398.8|289|2042|15
24378|~India zone I|lcc 32.5 68 32.5 k_0=.99878641 x_0=2743195.5 y_0=914398.5|290|2043
24379|~India zone IIa|lcc 26 74 26 k_0=.99878641 x_0=2743195.5 y_0=914398.5|290|2044
24380|~India zone IIb|lcc 26 90 26 k_0=.99878641 x_0=2743195.5 y_0=914398.5|290|2045
24381|~India zone IIIa|lcc 19 80 19 k_0=.99878641 x_0=2743195.5 y_0=914398.5|290|2039
24382|~India zone IIb|lcc 26 90 26 k_0=.99878641 x_0=2743195.59223332 y_0=914398.530744441 to_meter=.914398530744441|337|2046|154
24383|~India zone IVa|lcc 12 80 12 k_0=.99878641 x_0=2743195.5 y_0=914398.5|290|2040
24500|~Singapore Grid|cass 1.28764666666667 103.853002222222 30000 30000|339|860
24547|~UTM zone 47N|utm 47|339|2047
24548|~UTM zone 48N|utm 48|339|2048
24571|Kertau / R.S.O. Malaya (ch)|omerc 4 102.25 323.0257905 323.130102361111 .99984 804671.299775035 0 +no_uoff to_meter=20.1167824943759|339|667
24600|KOC Lambert|lcc 32.5 45 32.5 k_0=.9987864078 x_0=1500000 y_0=1166200|340|1076
24718|~UTM zone 18N|utm 18|341|168
24719|~UTM zone 19N|utm 19|341|2049|6
24720|~UTM zone 20N|utm 20|682|2050|7
24817|~UTM zone 17N|utm 17|683|2051
24818|~UTM zone 18N|utm 18|684|2052|10
24819|~UTM zone 19N|utm 19|75|2053
24820|~UTM zone 20N|utm 20|75|2054
24821|~UTM zone 21N|utm 21|685|2055
24877|~UTM zone 17S|utm 17 +south|686|2056|15
24878|~UTM zone 18S|utm 18 +south|342|2057|76
24879|~UTM zone 19S|utm 19 +south|342|2058|79
24880|~UTM zone 20S|utm 20 +south|687|1279|8
24881|~UTM zone 21S|utm 21 +south|687|1281
24882|~UTM zone 22S|utm 22 +south|688|2059
24891|~Peru west zone|tmerc -6 -80.5 .99983008 222000 1426834.743|686|2060|13
24892|~Peru central zone|tmerc -9.5 -76 .99932994 720000 1039979.159|686|2061|12
24893|~Peru east zone|tmerc -9.5 -70.5 .99952992 1324000 1040084.558|686|2062
25000|~Ghana Metre Grid|tmerc 4.66666666666667 -1 .99975 274319.51 0|343|1031
25231|~UTM zone 31N|utm 31|345|1080|121
25391|~Philippines zone I|tmerc 0 117 .99995 500000 0|346|2063
25392|~Philippines zone II|tmerc 0 119 .99995 500000 0|346|2064
25393|~Philippines zone III|tmerc 0 121 .99995 500000 0|346|2065|21
25394|~Philippines zone IV|tmerc 0 123 .99995 500000 0|346|2066
25395|~Philippines zone V|tmerc 0 125 .99995 500000 0|346|2067|220
25700|~NEIEZ|merc 110 .997 3900000 900000|462|547
25828|~UTM zone 28N|utm 28|59|577
25829|~UTM zone 29N|utm 29|59|578
25830|~UTM zone 30N|utm 30|59|579
25831|~UTM zone 31N|utm 31|59|580
25832|~UTM zone 32N|utm 32|59|581
25833|~UTM zone 33N|utm 33|59|582
25834|~UTM zone 34N|utm 34|59|583
25835|~UTM zone 35N|utm 35|59|584
25836|~UTM zone 36N|utm 36|59|585
25837|~UTM zone 37N|utm 37|59|586
25838|~UTM zone 38N|utm 38|59|2068
25884|~TM Baltic93|tmerc 0 24 .9996 500000 0|59|2069
25932|~UTM zone 32S|utm 32 +south|350|827
26191|~Nord Maroc|lcc 33.3 -5.4 33.3 k_0=.999625769 x_0=500000 y_0=300000|352|2070
26192|~Sud Maroc|lcc 29.7 -5.4 29.7 k_0=.999615596 x_0=500000 y_0=300000|352|2071
26193|~Sahara|lcc 26.1 -5.4 26.1 k_0=.9996 x_0=1200000 y_0=400000|689|2072|284
26194|~Sahara Nord|lcc 26.1 -5.4 26.1 k_0=.999616304 x_0=1200000 y_0=400000|689|2073|285
26195|~Sahara Sud|lcc 22.5 -5.4 22.5 k_0=.999616437 x_0=1500000 y_0=400000|689|2074|259
26237|~UTM zone 37N|utm 37|353|1087
26331|~UTM zone 31N|utm 31|690|2075|2
26332|~UTM zone 32N|utm 32|690|2076
26391|~Nigeria West Belt|tmerc 4 4.5 .99975 230738.26 0|354|2077|11
26392|~Nigeria Mid Belt|tmerc 4 8.5 .99975 670553.98 0|354|2078|11
26393|~Nigeria East Belt|tmerc 4 12.5 .99975 1110369.7 0|354|2079
26432|~UTM zone 32S|utm 32 +south|355|826|19
26591|~Italy zone 1|tmerc 0 9 .9996 1500000 0|464|548|89
26592|~Italy zone 2|tmerc 0 15 .9996 2520000 0|464|549|83
26632|~UTM zone 32N|utm 32|356|2080
26692|~UTM zone 32S|utm 32 +south|356|2081
26701|~UTM zone 1N|utm 1|397|883|206
26702|~UTM zone 2N|utm 2|105|884|178
26703|~UTM zone 3N|utm 3|105|885|165
26704|~UTM zone 4N|utm 4|105|886|160
26705|~UTM zone 5N|utm 5|105|887
26706|~UTM zone 6N|utm 6|105|888
26707|~UTM zone 7N|utm 7|105|2082|7
26708|~UTM zone 8N|utm 8|216|2083|30
26709|~UTM zone 9N|utm 9|216|2084
26710|~UTM zone 10N|utm 10|216|2085|89
26711|~UTM zone 11N|utm 11|216|2086|18
26712|~UTM zone 12N|utm 12|148|2087|16
26713|~UTM zone 13N|utm 13|148|2088|15
26714|~UTM zone 14N|utm 14|148|2089|15
26715|~UTM zone 15N|utm 15|148|2090|14
26716|~UTM zone 16N|utm 16|63|2091|13
26717|~UTM zone 17N|utm 17|63|2092|18
26718|~UTM zone 18N|utm 18|216|2093|14
26719|~UTM zone 19N|utm 19|216|2094|26
26720|~UTM zone 20N|utm 20|216|2095|25
26721|~UTM zone 21N|utm 21|505|2096|12
26722|~UTM zone 22N|utm 22|398|912|12
26729|~Alabama East|tmerc 30.5 -85.8333333333333 .99996 152400.30480061 0 units=us-ft|63|452
26730|~Alabama West|tmerc 30 -87.5 .999933333 152400.30480061 0 units=us-ft|63|453
26731|~Alaska zone 1|omerc 57 -133.666666666667 323.130102361111 323.130102361111 .9999 5000000.001016 -5000000.001016 +no_uoff units=us-ft|216|870|30
26732|~Alaska zone 2|tmerc 54 -142 .9999 152400.30480061 0 units=us-ft|105|871
26733|~Alaska zone 3|tmerc 54 -146 .9999 152400.30480061 0 units=us-ft|105|872
26734|~Alaska zone 4|tmerc 54 -150 .9999 152400.30480061 0 units=us-ft|105|873
26735|~Alaska zone 5|tmerc 54 -154 .9999 152400.30480061 0 units=us-ft|105|874
26736|~Alaska zone 6|tmerc 54 -158 .9999 152400.30480061 0 units=us-ft|105|875
26737|~Alaska zone 7|tmerc 54 -162 .9999 213360.426720853 0 units=us-ft|105|876
26738|~Alaska zone 8|tmerc 54 -166 .9999 152400.30480061 0 units=us-ft|105|877
26739|~Alaska zone 9|tmerc 54 -170 .9999 182880.365760732 0 units=us-ft|105|878|175
26740|~Alaska zone 10|lcc 51 -176 53.8333333333333 51.8333333333333 914401.828803658 0 units=us-ft|397|879|213
26741|~California zone I|lcc 39.3333333333333 -122 41.6666666666667 40 609601.219202438 0 units=us-ft|148|189
26742|~California zone II|lcc 37.6666666666667 -122 39.8333333333333 38.3333333333333 609601.219202438 0 units=us-ft|148|190
26743|~California zone III|lcc 36.5 -120.5 38.4333333333333 37.0666666666667 609601.219202438 0 units=us-ft|148|191
26744|~California zone IV|lcc 35.3333333333333 -119 37.25 36 609601.219202438 0 units=us-ft|148|192
26745|~California zone V|lcc 33.5 -118 35.4666666666667 34.0333333333333 609601.219202438 0 units=us-ft|148|2097
26746|~California zone VI|lcc 32.1666666666667 -116.25 33.8833333333333 32.7833333333333 609601.219202438 0 units=us-ft|148|194
26747|~California zone VII|lcc 34.1333333333333 -118.333333333333 34.4166666666667 33.8666666666667 1276106.4505969 127079.524511049 units=us-ft|148|2098
26748|~Arizona East|tmerc 31 -110.166666666667 .9999 152400.30480061 0 units=us-ft|148|186
26749|~Arizona Central|tmerc 31 -111.916666666667 .9999 152400.30480061 0 units=us-ft|148|187
26750|~Arizona West|tmerc 31 -113.75 .999933333 152400.30480061 0 units=us-ft|148|188
26751|~Arkansas North|lcc 34.3333333333333 -92 36.2333333333333 34.9333333333333 609601.219202438 0 units=us-ft|148|454
26752|~Arkansas South|lcc 32.6666666666667 -92 34.7666666666667 33.3 609601.219202438 0 units=us-ft|148|455
26753|~Colorado North|lcc 39.3333333333333 -105.5 39.7166666666667 40.7833333333333 609601.219202438 0 units=us-ft|148|195
26754|~Colorado Central|lcc 37.8333333333333 -105.5 39.75 38.45 609601.219202438 0 units=us-ft|148|196
26755|~Colorado South|lcc 36.6666666666667 -105.5 38.4333333333333 37.2333333333333 609601.219202438 0 units=us-ft|148|197
26756|~Connecticut|lcc 40.8333333333333 -72.75 41.8666666666667 41.2 182880.365760732 0 units=us-ft|63|198
26757|~Delaware|tmerc 38 -75.4166666666667 .999995 152400.30480061 0 units=us-ft|63|199
26758|~Florida East|tmerc 24.3333333333333 -81 .999941177 152400.30480061 0 units=us-ft|63|200|4
26759|~Florida West|tmerc 24.3333333333333 -82 .999941177 152400.30480061 0 units=us-ft|63|201
26760|~Florida North|lcc 29 -84.5 30.75 29.5833333333333 609601.219202438 0 units=us-ft|63|202
26766|~Georgia East|tmerc 30 -82.1666666666667 .9999 152400.30480061 0 units=us-ft|63|203
26767|~Georgia West|tmerc 30 -84.1666666666667 .9999 152400.30480061 0 units=us-ft|63|204
26768|~Idaho East|tmerc 41.6666666666667 -112.166666666667 .999947368 152400.30480061 0 units=us-ft|148|205
26769|~Idaho Central|tmerc 41.6666666666667 -114 .999947368 152400.30480061 0 units=us-ft|148|206
26770|~Idaho West|tmerc 41.6666666666667 -115.75 .999933333 152400.30480061 0 units=us-ft|148|207
26771|~Illinois East|tmerc 36.6666666666667 -88.3333333333333 .999975 152400.30480061 0 units=us-ft|63|461
26772|~Illinois West|tmerc 36.6666666666667 -90.1666666666667 .999941177 152400.30480061 0 units=us-ft|148|462|1
26773|~Indiana East|tmerc 37.5 -85.6666666666667 .999966667 152400.30480061 0 units=us-ft|63|208
26774|~Indiana West|tmerc 37.5 -87.0833333333333 .999966667 152400.30480061 0 units=us-ft|63|209
26775|~Iowa North|lcc 41.5 -93.5 43.2666666666667 42.0666666666667 609601.219202438 0 units=us-ft|148|463
26776|~Iowa South|lcc 40 -93.5 41.7833333333333 40.6166666666667 609601.219202438 0 units=us-ft|148|464
26777|~Kansas North|lcc 38.3333333333333 -98 39.7833333333333 38.7166666666667 609601.219202438 0 units=us-ft|148|465
26778|~Kansas South|lcc 36.6666666666667 -98.5 38.5666666666667 37.2666666666667 609601.219202438 0 units=us-ft|148|466
26779|~Kentucky North|lcc 37.5 -84.25 37.9666666666667 38.9666666666667 609601.219202438 0 units=us-ft|63|172
26780|~Kentucky South|lcc 36.3333333333333 -85.75 36.7333333333333 37.9333333333333 609601.219202438 0 units=us-ft|63|210
26781|~Louisiana North|lcc 30.6666666666667 -92.5 31.1666666666667 32.6666666666667 609601.219202438 0 units=us-ft|148|467
26782|~Louisiana South|lcc 28.6666666666667 -91.3333333333333 29.3 30.7 609601.219202438 0 units=us-ft|148|2099|1
26783|~Maine East|tmerc 43.8333333333333 -68.5 .9999 152400.30480061 0 units=us-ft|505|469
26784|~Maine West|tmerc 42.8333333333333 -70.1666666666667 .999966667 152400.30480061 0 units=us-ft|505|470
26785|~Maryland|lcc 37.8333333333333 -77 38.3 39.45 243840.487680975 0 units=us-ft|63|211
26786|~Massachusetts Mainland|lcc 41 -71.5 41.7166666666667 42.6833333333333 182880.365760732 0 units=us-ft|63|212
26787|~Massachusetts Island|lcc 41 -70.5 41.2833333333333 41.4833333333333 60960.1219202439 0 units=us-ft|63|213
26791|~Minnesota North|lcc 46.5 -93.1 47.0333333333333 48.6333333333333 609601.219202438 0 units=us-ft|148|471
26792|~Minnesota Central|lcc 45 -94.25 45.6166666666667 47.05 609601.219202438 0 units=us-ft|148|472
26793|~Minnesota South|lcc 43 -94 43.7833333333333 45.2166666666667 609601.219202438 0 units=us-ft|148|473
26794|~Mississippi East|tmerc 29.6666666666667 -88.8333333333333 .99996 152400.30480061 0 units=us-ft|63|217|1
26795|~Mississippi West|tmerc 30.5 -90.3333333333333 .999941177 152400.30480061 0 units=us-ft|148|218
26796|~Missouri East|tmerc 35.8333333333333 -90.5 .999933333 152400.30480061 0 units=us-ft|148|474|1
26797|~Missouri Central|tmerc 35.8333333333333 -92.5 .999933333 152400.30480061 0 units=us-ft|148|475
26798|~Missouri West|tmerc 36.1666666666667 -94.5 .999941177 152400.30480061 0 units=us-ft|148|476
26799|~California zone VII|lcc 34.1333333333333 -118.333333333333 34.4166666666667 33.8666666666667 1276106.4505969 1268253.00685801 units=us-ft|148|2098
26801|NAD Michigan / Michigan East|tmerc 41.5 -83.6666666666667 .999942857 152400.30480061 0 units=us-ft|357|1341|239
26802|NAD Michigan / Michigan Old Central|tmerc 41.5 -85.75 .999909091 152400.30480061 0 units=us-ft|357|1342|239
26803|NAD Michigan / Michigan West|tmerc 41.5 -88.75 .999909091 152400.30480061 0 units=us-ft|357|1343|239
26811|NAD Michigan / Michigan North|lcc 44.7833333333333 -87 45.4833333333333 47.0833333333333 609601.219202438 0 units=us-ft|357|214|239
26812|NAD Michigan / Michigan Central|lcc 43.3166666666667 -84.3333333333333 44.1833333333333 45.7 609601.219202438 0 units=us-ft|357|215|239
26813|NAD Michigan / Michigan South|lcc 41.5 -84.3333333333333 42.1 43.6666666666667 609601.219202438 0 units=us-ft|357|216|239
26814|~Maine East (ftUS)|tmerc 43.6666666666667 -68.5 .9999 300000 0|64|469
26815|~Maine West (ftUS)|tmerc 42.8333333333333 -70.1666666666667 .999966667 900000 0|64|470
26819|~Minnesota North (ftUS)|lcc 46.5 -93.1 48.6333333333333 47.0333333333333 800000.00001016 99999.99998984|64|471
26820|~Minnesota Central (ftUS)|lcc 45 -94.25 47.05 45.6166666666667 800000.00001016 99999.99998984|64|472
26821|~Minnesota South (ftUS)|lcc 43 -94 45.2166666666667 43.7833333333333 800000.00001016 99999.99998984|64|473
26822|~Nebraska (ftUS)|lcc 39.8333333333333 -100 43 40 500000.00001016 0|64|477
26823|~West Virginia North (ftUS)|lcc 38.5 -79.5 40.25 39 1968500 0|64|489
26824|~West Virginia South (ftUS)|lcc 37 -81 38.8833333333333 37.4833333333333 1968500 0|64|490
26825|~Maine East (ftUS)|tmerc 43.6666666666667 -68.5 .9999 300000 0|95|469
26826|~Maine West (ftUS)|tmerc 42.8333333333333 -70.1666666666667 .999966667 900000 0|95|470
26830|~Minnesota North (ftUS)|lcc 46.5 -93.1 48.6333333333333 47.0333333333333 800000.00001016 99999.99998984|95|471
26831|~Minnesota Central (ftUS)|lcc 45 -94.25 47.05 45.6166666666667 800000.00001016 99999.99998984|95|472
26832|~Minnesota South (ftUS)|lcc 43 -94 45.2166666666667 43.7833333333333 800000.00001016 99999.99998984|95|473
26833|~Nebraska (ftUS)|lcc 39.8333333333333 -100 43 40 500000.00001016 0|95|477
26834|~West Virginia North (ftUS)|lcc 38.5 -79.5 40.25 39 1968500 0|95|489
26835|~West Virginia South (ftUS)|lcc 37 -81 38.8833333333333 37.4833333333333 1968500 0|95|490
26836|~Maine East (ftUS)|tmerc 43.6666666666667 -68.5 .9999 300000 0|208|469
26837|~Maine West (ftUS)|tmerc 42.8333333333333 -70.1666666666667 .999966667 900000 0|208|470
26841|~Minnesota North (ftUS)|lcc 46.5 -93.1 48.6333333333333 47.0333333333333 800000.00001016 99999.99998984|208|471
26842|~Minnesota Central (ftUS)|lcc 45 -94.25 47.05 45.6166666666667 800000.00001016 99999.99998984|208|472
26843|~Minnesota South (ftUS)|lcc 43 -94 45.2166666666667 43.7833333333333 800000.00001016 99999.99998984|208|473
26844|~Nebraska (ftUS)|lcc 39.8333333333333 -100 43 40 500000.00001016 0|208|477
26845|~West Virginia North (ftUS)|lcc 38.5 -79.5 40.25 39 1968500 0|208|489
26846|~West Virginia South (ftUS)|lcc 37 -81 38.8833333333333 37.4833333333333 1968500 0|208|490
26847|~Maine East (ftUS)|tmerc 43.6666666666667 -68.5 .9999 300000 0 units=us-ft|64|469
26848|~Maine West (ftUS)|tmerc 42.8333333333333 -70.1666666666667 .999966667 900000 0 units=us-ft|64|470
26849|~Minnesota North (ftUS)|lcc 46.5 -93.1 48.6333333333333 47.0333333333333 800000.00001016 99999.99998984 units=us-ft|64|471
26850|~Minnesota Central (ftUS)|lcc 45 -94.25 47.05 45.6166666666667 800000.00001016 99999.99998984 units=us-ft|64|472
26851|~Minnesota South (ftUS)|lcc 43 -94 45.2166666666667 43.7833333333333 800000.00001016 99999.99998984 units=us-ft|64|473
26852|~Nebraska (ftUS)|lcc 39.8333333333333 -100 43 40 500000.00001016 0 units=us-ft|64|477
26853|~West Virginia North (ftUS)|lcc 38.5 -79.5 40.25 39 600000 0 units=us-ft|64|489
26854|~West Virginia South (ftUS)|lcc 37 -81 38.8833333333333 37.4833333333333 600000 0 units=us-ft|64|490
26855|~Maine East (ftUS)|tmerc 43.6666666666667 -68.5 .9999 300000 0 units=us-ft|95|469
26856|~Maine West (ftUS)|tmerc 42.8333333333333 -70.1666666666667 .999966667 900000 0 units=us-ft|95|470
26857|~Minnesota North (ftUS)|lcc 46.5 -93.1 48.6333333333333 47.0333333333333 800000.00001016 99999.99998984 units=us-ft|95|471
26858|~Minnesota Central (ftUS)|lcc 45 -94.25 47.05 45.6166666666667 800000.00001016 99999.99998984 units=us-ft|95|472
26859|~Minnesota South (ftUS)|lcc 43 -94 45.2166666666667 43.7833333333333 800000.00001016 99999.99998984 units=us-ft|95|473
26860|~Nebraska (ftUS)|lcc 39.8333333333333 -100 43 40 500000.00001016 0 units=us-ft|95|477
26861|~West Virginia North (ftUS)|lcc 38.5 -79.5 40.25 39 600000 0 units=us-ft|95|489
26862|~West Virginia South (ftUS)|lcc 37 -81 38.8833333333333 37.4833333333333 600000 0 units=us-ft|95|490
26863|~Maine East (ftUS)|tmerc 43.6666666666667 -68.5 .9999 300000 0 units=us-ft|208|469
26864|~Maine West (ftUS)|tmerc 42.8333333333333 -70.1666666666667 .999966667 900000 0 units=us-ft|208|470
26865|~Minnesota North (ftUS)|lcc 46.5 -93.1 48.6333333333333 47.0333333333333 800000.00001016 99999.99998984 units=us-ft|208|471
26866|~Minnesota Central (ftUS)|lcc 45 -94.25 47.05 45.6166666666667 800000.00001016 99999.99998984 units=us-ft|208|472
26867|~Minnesota South (ftUS)|lcc 43 -94 45.2166666666667 43.7833333333333 800000.00001016 99999.99998984 units=us-ft|208|473
26868|~Nebraska (ftUS)|lcc 39.8333333333333 -100 43 40 500000.00001016 0 units=us-ft|208|477
26869|~West Virginia North (ftUS)|lcc 38.5 -79.5 40.25 39 600000 0 units=us-ft|208|489
26870|~West Virginia South (ftUS)|lcc 37 -81 38.8833333333333 37.4833333333333 600000 0 units=us-ft|208|490
26891|~MTM zone 11|tmerc 0 -82.5 .9999 304800 0|104|20
26892|~MTM zone 12|tmerc 0 -81 .9999 304800 0|104|21
26893|~MTM zone 13|tmerc 0 -84 .9999 304800 0|104|22
26894|~MTM zone 14|tmerc 0 -87 .9999 304800 0|104|23
26895|~MTM zone 15|tmerc 0 -90 .9999 304800 0|104|24
26896|~MTM zone 16|tmerc 0 -93 .9999 304800 0|104|25
26897|~MTM zone 17|tmerc 0 -96 .9999 304800 0|104|26
26898|~MTM zone 1|tmerc 0 -53 .9999 304800 0|104|1970
26899|~MTM zone 2|tmerc 0 -56 .9999 304800 0|104|1971
26901|~UTM zone 1N|utm 1|64|883
26902|~UTM zone 2N|utm 2|64|884
26903|~UTM zone 3N|utm 3|64|885
26904|~UTM zone 4N|utm 4|64|2100
26905|~UTM zone 5N|utm 5|64|2101
26906|~UTM zone 6N|utm 6|64|888
26907|~UTM zone 7N|utm 7|64|2102
26908|~UTM zone 8N|utm 8|64|659
26909|~UTM zone 9N|utm 9|64|2103
26910|~UTM zone 10N|utm 10|64|2104
26911|~UTM zone 11N|utm 11|64|2105
26912|~UTM zone 12N|utm 12|64|2106
26913|~UTM zone 13N|utm 13|64|2107
26914|~UTM zone 14N|utm 14|64|2108
26915|~UTM zone 15N|utm 15|64|2109
26916|~UTM zone 16N|utm 16|64|2110
26917|~UTM zone 17N|utm 17|64|2111
26918|~UTM zone 18N|utm 18|64|2112
26919|~UTM zone 19N|utm 19|64|2113
26920|~UTM zone 20N|utm 20|64|2114
26921|~UTM zone 21N|utm 21|64|519
26922|~UTM zone 22N|utm 22|64|912
26923|~UTM zone 23N|utm 23|64|1870
26929|~Alabama East|tmerc 30.5 -85.8333333333333 .99996 200000 0|64|452
26930|~Alabama West|tmerc 30 -87.5 .999933333 600000 0|64|453
26931|~Alaska zone 1|omerc 57 -133.666666666667 323.130102361111 323.130102361111 .9999 5000000 -5000000 +no_uoff|64|870
26932|~Alaska zone 2|tmerc 54 -142 .9999 500000 0|64|871
26933|~Alaska zone 3|tmerc 54 -146 .9999 500000 0|64|872
26934|~Alaska zone 4|tmerc 54 -150 .9999 500000 0|64|873
26935|~Alaska zone 5|tmerc 54 -154 .9999 500000 0|64|874
26936|~Alaska zone 6|tmerc 54 -158 .9999 500000 0|64|875
26937|~Alaska zone 7|tmerc 54 -162 .9999 500000 0|64|876
26938|~Alaska zone 8|tmerc 54 -166 .9999 500000 0|64|877
26939|~Alaska zone 9|tmerc 54 -170 .9999 500000 0|64|878
26940|~Alaska zone 10|lcc 51 -176 53.8333333333333 51.8333333333333 1000000 0|691|879|1
26941|~California zone 1|lcc 39.3333333333333 -122 41.6666666666667 40 2000000 500000|64|189
26942|~California zone 2|lcc 37.6666666666667 -122 39.8333333333333 38.3333333333333 2000000 500000|64|190
26943|~California zone 3|lcc 36.5 -120.5 38.4333333333333 37.0666666666667 2000000 500000|64|191
26944|~California zone 4|lcc 35.3333333333333 -119 37.25 36 2000000 500000|64|192
26945|~California zone 5|lcc 33.5 -118 35.4666666666667 34.0333333333333 2000000 500000|64|193
26946|~California zone 6|lcc 32.1666666666667 -116.25 33.8833333333333 32.7833333333333 2000000 500000|64|194
26948|~Arizona East|tmerc 31 -110.166666666667 .9999 213360 0|64|186
26949|~Arizona Central|tmerc 31 -111.916666666667 .9999 213360 0|64|187
26950|~Arizona West|tmerc 31 -113.75 .999933333 213360 0|64|188
26951|~Arkansas North|lcc 34.3333333333333 -92 36.2333333333333 34.9333333333333 400000 0|64|454
26952|~Arkansas South|lcc 32.6666666666667 -92 34.7666666666667 33.3 400000 400000|64|455
26953|~Colorado North|lcc 39.3333333333333 -105.5 40.7833333333333 39.7166666666667 914401.8289 304800.6096|64|195
26954|~Colorado Central|lcc 37.8333333333333 -105.5 39.75 38.45 914401.8289 304800.6096|64|196
26955|~Colorado South|lcc 36.6666666666667 -105.5 38.4333333333333 37.2333333333333 914401.8289 304800.6096|64|197
26956|~Connecticut|lcc 40.8333333333333 -72.75 41.8666666666667 41.2 304800.6096 152400.3048|64|198
26957|~Delaware|tmerc 38 -75.4166666666667 .999995 200000 0|64|199
26958|~Florida East|tmerc 24.3333333333333 -81 .999941177 200000 0|64|200
26959|~Florida West|tmerc 24.3333333333333 -82 .999941177 200000 0|64|201
26960|~Florida North|lcc 29 -84.5 30.75 29.5833333333333 600000 0|64|202
26961|~Hawaii zone 1|tmerc 18.8333333333333 -155.5 .999966667 500000 0|212|456
26962|~Hawaii zone 2|tmerc 20.3333333333333 -156.666666666667 .999966667 500000 0|212|457
26963|~Hawaii zone 3|tmerc 21.1666666666667 -158 .99999 500000 0|212|458
26964|~Hawaii zone 4|tmerc 21.8333333333333 -159.5 .99999 500000 0|212|459
26965|~Hawaii zone 5|tmerc 21.6666666666667 -160.166666666667 1 500000 0|212|460
26966|~Georgia East|tmerc 30 -82.1666666666667 .9999 200000 0|64|203
26967|~Georgia West|tmerc 30 -84.1666666666667 .9999 700000 0|64|204
26968|~Idaho East|tmerc 41.6666666666667 -112.166666666667 .999947368 200000 0|64|205
26969|~Idaho Central|tmerc 41.6666666666667 -114 .999947368 500000 0|64|206
26970|~Idaho West|tmerc 41.6666666666667 -115.75 .999933333 800000 0|64|207
26971|~Illinois East|tmerc 36.6666666666667 -88.3333333333333 .999975 300000 0|64|461
26972|~Illinois West|tmerc 36.6666666666667 -90.1666666666667 .999941177 700000 0|64|462
26973|~Indiana East|tmerc 37.5 -85.6666666666667 .999966667 100000 250000|64|208
26974|~Indiana West|tmerc 37.5 -87.0833333333333 .999966667 900000 250000|64|209
26975|~Iowa North|lcc 41.5 -93.5 43.2666666666667 42.0666666666667 1500000 1000000|64|463
26976|~Iowa South|lcc 40 -93.5 41.7833333333333 40.6166666666667 500000 0|64|464
26977|~Kansas North|lcc 38.3333333333333 -98 39.7833333333333 38.7166666666667 400000 0|64|465
26978|~Kansas South|lcc 36.6666666666667 -98.5 38.5666666666667 37.2666666666667 400000 400000|64|466
26979|~Kentucky North|lcc 37.5 -84.25 37.9666666666667 37.9666666666667 500000 0|64|172
26980|~Kentucky South|lcc 36.3333333333333 -85.75 37.9333333333333 36.7333333333333 500000 500000|64|210
26981|~Louisiana North|lcc 30.5 -92.5 32.6666666666667 31.1666666666667 1000000 0|64|467
26982|~Louisiana South|lcc 28.5 -91.3333333333333 30.7 29.3 1000000 0|64|468
26983|~Maine East|tmerc 43.6666666666667 -68.5 .9999 300000 0|64|469
26984|~Maine West|tmerc 42.8333333333333 -70.1666666666667 .999966667 900000 0|64|470
26985|~Maryland|lcc 37.6666666666667 -77 39.45 38.3 400000 0|64|211
26986|~Massachusetts Mainland|lcc 41 -71.5 42.6833333333333 41.7166666666667 200000 750000|64|212
26987|~Massachusetts Island|lcc 41 -70.5 41.4833333333333 41.2833333333333 500000 0|64|213
26988|~Michigan North|lcc 44.7833333333333 -87 47.0833333333333 45.4833333333333 8000000 0|64|214
26989|~Michigan Central|lcc 43.3166666666667 -84.3666666666667 45.7 44.1833333333333 6000000 0|64|215
26990|~Michigan South|lcc 41.5 -84.3666666666667 43.6666666666667 42.1 4000000 0|64|216
26991|~Minnesota North|lcc 46.5 -93.1 48.6333333333333 47.0333333333333 800000 100000|64|471
26992|~Minnesota Central|lcc 45 -94.25 47.05 45.6166666666667 800000 100000|64|472
26993|~Minnesota South|lcc 43 -94 45.2166666666667 43.7833333333333 800000 100000|64|473
26994|~Mississippi East|tmerc 29.5 -88.8333333333333 .99995 300000 0|64|217
26995|~Mississippi West|tmerc 29.5 -90.3333333333333 .99995 700000 0|64|218
26996|~Missouri East|tmerc 35.8333333333333 -90.5 .999933333 250000 0|64|474
26997|~Missouri Central|tmerc 35.8333333333333 -92.5 .999933333 500000 0|64|475
26998|~Missouri West|tmerc 36.1666666666667 -94.5 .999941177 850000 0|64|476
27037|~UTM zone 37N|utm 37|692|847|166
27038|~UTM zone 38N|utm 38|692|2115|184
27039|~UTM zone 39N|utm 39|693|2116|229
27040|~UTM zone 40N|utm 40|694|2117|5
27120|~UTM zone 20N|utm 20|359|61
27200|~New Zealand Map Grid|nzmg -41 173 2510000 6023150|360|162|26
27205|~Mount Eden Circuit|tmerc -36.8798652777778 174.764339361111 .9999 300000 700000|360|97|6
27206|~Bay of Plenty Circuit|tmerc -37.7612498055556 176.46619725 1 300000 700000|360|98|2
27207|~Poverty Bay Circuit|tmerc -38.6247027777778 177.885636277778 1 300000 700000|360|99|2
27208|~Hawkes Bay Circuit|tmerc -39.6509293055556 176.673680527778 1 300000 700000|695|100|3
27209|~Taranaki Circuit|tmerc -39.1357583055556 174.22801175 1 300000 700000|696|101|3
27210|~Tuhirangi Circuit|tmerc -39.5124703888889 175.640036805556 1 300000 700000|696|102|3
27211|~Wanganui Circuit|tmerc -40.2419471388889 175.488099611111 1 300000 700000|696|103|3
27212|~Wairarapa Circuit|tmerc -40.9255326388889 175.647349666667 1 300000 700000|696|104|2
27213|~Wellington Circuit|tmerc -41.3013196388889 174.776623111111 1 300000 700000|696|105|2
27214|~Collingwood Circuit|tmerc -40.7147590555556 172.6720465 1 300000 700000|696|106|3
27215|~Nelson Circuit|tmerc -41.2745447222222 173.299316805556 1 300000 700000|696|107|3
27216|~Karamea Circuit|tmerc -41.2899115277778 172.109028194444 1 300000 700000|696|108|3
27217|~Buller Circuit|tmerc -41.8108028611111 171.581260055556 1 300000 700000|696|109|3
27218|~Grey Circuit|tmerc -42.3336942777778 171.549771305556 1 300000 700000|696|110|3
27219|~Amuri Circuit|tmerc -42.6891165833333 173.010133388889 1 300000 700000|696|111|2
27220|~Marlborough Circuit|tmerc -41.5444866666667 173.802074111111 1 300000 700000|696|112|2
27221|~Hokitika Circuit|tmerc -42.8863223611111 170.9799935 1 300000 700000|360|113|3
27222|~Okarito Circuit|tmerc -43.1101281388889 170.260925833333 1 300000 700000|360|114|3
27223|~Jacksons Bay Circuit|tmerc -43.9778028888889 168.606267 1 300000 700000|360|115|2
27224|~Mount Pleasant Circuit|tmerc -43.5906375833333 172.727193583333 1 300000 700000|360|116|3
27225|~Gawler Circuit|tmerc -43.7487115555556 171.360748472222 1 300000 700000|360|117|2
27226|~Timaru Circuit|tmerc -44.4022203611111 171.057250833333 1 300000 700000|360|118|2
27227|~Lindis Peak Circuit|tmerc -44.7352679722222 169.467755083333 1 300000 700000|360|119|1
27228|~Mount Nicholas Circuit|tmerc -45.1329025833333 168.398641194444 1 300000 700000|360|120|1
27229|~Mount York Circuit|tmerc -45.5637261666667 167.738861777778 1 300000 700000|360|121|4
27230|~Observation Point Circuit|tmerc -45.8161966111111 170.628595166667 1 300000 700000|360|122|2
27231|~North Taieri Circuit|tmerc -45.8615133611111 170.282589111111 .99996 300000 700000|360|123|3
27232|~Bluff Circuit|tmerc -46.6000096111111 168.342872 1 300002.66 699999.58|696|124|3
27258|~UTM zone 58S|utm 58 +south|360|2118|6
27259|~UTM zone 59S|utm 59 +south|360|2119|23
27260|~UTM zone 60S|utm 60 +south|360|2120|9
27291|~North Island Grid|tmerc -39 175.5 1 274319.524384809 365759.365846411 to_meter=.914398414616029|360|2121|8
27292|~South Island Grid|tmerc -44 171.5 1 457199.207308014 457199.207308014 to_meter=.914398414616029|360|2122|8
27391|~NGO zone I|tmerc 58 -4.66666666666667 1 0 0|470|2123
27392|~NGO zone II|tmerc 58 -2.33333333333333 1 0 0|470|2124
27393|~NGO zone III|tmerc 58 0 1 0 0|470|2125
27394|~NGO zone IV|tmerc 58 2.5 1 0 0|470|2126
27395|~NGO zone V|tmerc 58 6.16666666666667 1 0 0|470|2127
27396|~NGO zone VI|tmerc 58 10.1666666666667 1 0 0|470|2128
27397|~NGO zone VII|tmerc 58 14.1666666666667 1 0 0|470|2129
27398|~NGO zone VIII|tmerc 58 18.3333333333333 1 0 0|470|2130
27429|~UTM zone 29N|utm 29|362|914
27492|~Modified Portuguese Grid|tmerc 39.6666666666667 -8.13190611111111 1 180.598 -86.99|362|914
27493|~Modified Portuguese Grid|tmerc 39.6666666666667 -8.13190611111111 1 180.598 -86.99|362|914
27500|~Nord de Guerre|lcc 49.5 5.4 49.5 k_0=.99950908 x_0=500000 y_0=300000|697|2131|723
27561|~Lambert Nord France|lcc 49.5 0 49.5 k_0=.999877341 x_0=600000 y_0=200000|698|2132
27562|~Lambert Centre France|lcc 46.8 0 46.8 k_0=.99987742 x_0=600000 y_0=200000|698|2133
27563|~Lambert Sud France|lcc 44.1 0 44.1 k_0=.999877499 x_0=600000 y_0=200000|698|2134
27564|~Lambert Corse|lcc 42.165 0 42.165 k_0=.99994471 x_0=234.358 y_0=185861.369|698|2135
27571|~Lambert zone I|lcc 49.5 0 49.5 k_0=.999877341 x_0=600000 y_0=1200000|698|2132
27572|~Lambert zone II|lcc 46.8 0 46.8 k_0=.99987742 x_0=600000 y_0=2200000|698|161
27573|~Lambert zone III|lcc 44.1 0 44.1 k_0=.999877499 x_0=600000 y_0=3200000|698|2134
27574|~Lambert zone IV|lcc 42.165 0 42.165 k_0=.99994471 x_0=234.358 y_0=4185861.369|698|2135
27581|~France I|lcc 49.5 0 49.5 k_0=.999877341 x_0=600000 y_0=1200000|698|2132
27582|~France II|lcc 46.8 0 46.8 k_0=.99987742 x_0=600000 y_0=2200000|698|161
27583|~France III|lcc 44.1 0 44.1 k_0=.999877499 x_0=600000 y_0=3200000|698|2134
27584|~France IV|lcc 42.165 0 42.165 k_0=.99994471 x_0=234.358 y_0=4185861.369|698|2135
27591|~Nord France|lcc 49.5 0 49.5 k_0=.999877341 x_0=600000 y_0=200000|698|2132
27592|~Centre France|lcc 46.8 0 46.8 k_0=.99987742 x_0=600000 y_0=200000|698|2133
27593|~Sud France|lcc 44.1 0 44.1 k_0=.999877499 x_0=600000 y_0=200000|698|2134
27594|~Corse|lcc 42.165 0 42.165 k_0=.99994471 x_0=234.358 y_0=185861.369|698|2135
27700|~British National Grid|tmerc 49 -2 .9996012717 400000 -100000|365|1097
28191|~Palestine Grid|cass 31.7340969444444 35.2120805555556 170251.555 126867.909|369|1101|89
28192|~Palestine Belt|tmerc 31.7340969444444 35.2120805555556 1 170251.555 1126867.909|369|1101|89
28193|~Israeli CS Grid|cass 31.7340969444444 35.2120805555556 170251.555 1126867.909|369|37
28232|~UTM zone 32S|utm 32 +south|370|1102|7
28348|~MGA zone 48|utm 48 +south|153|1711
28349|~MGA zone 49|utm 49 +south|153|1712
28350|~MGA zone 50|utm 50 +south|153|1713
28351|~MGA zone 51|utm 51 +south|153|1714
28352|~MGA zone 52|utm 52 +south|153|1715
28353|~MGA zone 53|utm 53 +south|153|1716
28354|~MGA zone 54|utm 54 +south|153|1717
28355|~MGA zone 55|utm 55 +south|153|1718
28356|~MGA zone 56|utm 56 +south|153|1719
28357|~MGA zone 57|utm 57 +south|153|1720
28358|~MGA zone 58|utm 58 +south|153|1721
28402|~Gauss-Kruger zone 2|tmerc 0 9 1 2500000 0|89|353|3
28403|~Gauss-Kruger zone 3|tmerc 0 15 1 3500000 0|89|354|3
28404|~Gauss-Kruger zone 4|tmerc 0 21 1 4500000 0|90|355
28405|~Gauss-Kruger zone 5|tmerc 0 27 1 5500000 0|90|356
28406|~Gauss-Kruger zone 6|tmerc 0 33 1 6500000 0|90|357
28407|~Gauss-Kruger zone 7|tmerc 0 39 1 7500000 0|90|358
28408|~Gauss-Kruger zone 8|tmerc 0 45 1 8500000 0|90|359
28409|~Gauss-Kruger zone 9|tmerc 0 51 1 9500000 0|90|360|3
28410|~Gauss-Kruger zone 10|tmerc 0 57 1 10500000 0|90|361
28411|~Gauss-Kruger zone 11|tmerc 0 63 1 11500000 0|90|362|3
28412|~Gauss-Kruger zone 12|tmerc 0 69 1 12500000 0|90|363
28413|~Gauss-Kruger zone 13|tmerc 0 75 1 13500000 0|90|364
28414|~Gauss-Kruger zone 14|tmerc 0 81 1 14500000 0|90|365
28415|~Gauss-Kruger zone 15|tmerc 0 87 1 15500000 0|90|366
28416|~Gauss-Kruger zone 16|tmerc 0 93 1 16500000 0|90|336
28417|~Gauss-Kruger zone 17|tmerc 0 99 1 17500000 0|90|337
28418|~Gauss-Kruger zone 18|tmerc 0 105 1 18500000 0|90|338
28419|~Gauss-Kruger zone 19|tmerc 0 111 1 19500000 0|90|339
28420|~Gauss-Kruger zone 20|tmerc 0 117 1 20500000 0|90|340
28421|~Gauss-Kruger zone 21|tmerc 0 123 1 21500000 0|90|341
28422|~Gauss-Kruger zone 22|tmerc 0 129 1 22500000 0|90|342
28423|~Gauss-Kruger zone 23|tmerc 0 135 1 23500000 0|90|343
28424|~Gauss-Kruger zone 24|tmerc 0 141 1 24500000 0|90|344
28425|~Gauss-Kruger zone 25|tmerc 0 147 1 25500000 0|90|345
28426|~Gauss-Kruger zone 26|tmerc 0 153 1 26500000 0|90|346
28427|~Gauss-Kruger zone 27|tmerc 0 159 1 27500000 0|90|347
28428|~Gauss-Kruger zone 28|tmerc 0 165 1 28500000 0|90|348
28429|~Gauss-Kruger zone 29|tmerc 0 171 1 29500000 0|90|349
28430|~Gauss-Kruger zone 30|tmerc 0 177 1 30500000 0|90|350
28431|~Gauss-Kruger zone 31|tmerc 0 -177 1 31500000 0|90|351
28432|~Gauss-Kruger zone 32|tmerc 0 -171 1 32500000 0|90|352
28462|~Gauss-Kruger 2N|tmerc 0 9 1 500000 0|89|353|3
28463|~Gauss-Kruger 3N|tmerc 0 15 1 500000 0|89|354|3
28464|~Gauss-Kruger 4N|tmerc 0 21 1 500000 0|90|355
28465|~Gauss-Kruger 5N|tmerc 0 27 1 500000 0|90|356
28466|~Gauss-Kruger 6N|tmerc 0 33 1 500000 0|90|357
28467|~Gauss-Kruger 7N|tmerc 0 39 1 500000 0|90|358
28468|~Gauss-Kruger 8N|tmerc 0 45 1 500000 0|90|359
28469|~Gauss-Kruger 9N|tmerc 0 51 1 500000 0|90|360|3
28470|~Gauss-Kruger 10N|tmerc 0 57 1 500000 0|90|361
28471|~Gauss-Kruger 11N|tmerc 0 63 1 500000 0|90|362|3
28472|~Gauss-Kruger 12N|tmerc 0 69 1 500000 0|90|363
28473|~Gauss-Kruger 13N|tmerc 0 75 1 500000 0|90|364
28474|~Gauss-Kruger 14N|tmerc 0 81 1 500000 0|90|365
28475|~Gauss-Kruger 15N|tmerc 0 87 1 500000 0|90|366
28476|~Gauss-Kruger 16N|tmerc 0 93 1 500000 0|90|336
28477|~Gauss-Kruger 17N|tmerc 0 99 1 500000 0|90|337
28478|~Gauss-Kruger 18N|tmerc 0 105 1 500000 0|90|338
28479|~Gauss-Kruger 19N|tmerc 0 111 1 500000 0|90|339
28480|~Gauss-Kruger 20N|tmerc 0 117 1 500000 0|90|340
28481|~Gauss-Kruger 21N|tmerc 0 123 1 500000 0|90|341
28482|~Gauss-Kruger 22N|tmerc 0 129 1 500000 0|90|342
28483|~Gauss-Kruger 23N|tmerc 0 135 1 500000 0|90|343
28484|~Gauss-Kruger 24N|tmerc 0 141 1 500000 0|90|344
28485|~Gauss-Kruger 25N|tmerc 0 147 1 500000 0|90|345
28486|~Gauss-Kruger 26N|tmerc 0 153 1 500000 0|90|346
28487|~Gauss-Kruger 27N|tmerc 0 159 1 500000 0|90|347
28488|~Gauss-Kruger 28N|tmerc 0 165 1 500000 0|90|348
28489|~Gauss-Kruger 29N|tmerc 0 171 1 500000 0|90|349
28490|~Gauss-Kruger 30N|tmerc 0 177 1 500000 0|90|350
28491|~Gauss-Kruger 31N|tmerc 0 -177 1 500000 0|90|351
28492|~Gauss-Kruger 32N|tmerc 0 -171 1 500000 0|90|352
28600|~Qatar National Grid|tmerc 24.45 51.2166666666667 .99999 200000 300000|699|93
28991|~RD Old|sterea 52.1561605555556 5.38763888888889 .9999079 0 0|374|1108
28992|~RD New|sterea 52.1561605555556 5.38763888888889 .9999079 155000 463000|374|1108
29100|~Brazil Polyconic|poly 0 -54 5000000 10000000|375|1314
29101|~Brazil Polyconic|poly 0 -54 5000000 10000000|406|1314|8
29122|~UTM zone 22N|utm 22|375|2136
29168|~UTM zone 18N|utm 18|700|2137|23
29169|~UTM zone 19N|utm 19|406|2138|23
29170|~UTM zone 20N|utm 20|406|2054|22
29171|~UTM zone 21N|utm 21|406|2139
29172|~UTM zone 22N|utm 22|406|2136
29181|~UTM zone 21S|utm 21 +south|375|2140
29182|~UTM zone 22S|utm 22 +south|375|2141
29183|~UTM zone 23S|utm 23 +south|375|2142
29184|~UTM zone 24S|utm 24 +south|375|1968
29185|~UTM zone 25S|utm 25 +south|375|2143
29187|~UTM zone 17S|utm 17 +south|701|2056|10
29188|~UTM zone 18S|utm 18 +south|702|2144|12
29189|~UTM zone 19S|utm 19 +south|406|2145|8
29190|~UTM zone 20S|utm 20 +south|406|2146
29191|~UTM zone 21S|utm 21 +south|406|2140
29192|~UTM zone 22S|utm 22 +south|406|2141
29193|~UTM zone 23S|utm 23 +south|406|1317
29194|~UTM zone 24S|utm 24 +south|406|1318
29195|~UTM zone 25S|utm 25 +south|406|1319
29220|~UTM zone 20S|utm 20 +south|703|2147|89
29221|~UTM zone 21S|utm 21 +south|376|2148
29333|~UTM zone 33S|utm 33 +south|377|2149
29371|~Lo22/11|tmerc -22 11 1 0 0 to_meter=1.0000135965 axis=wsu|377|2150
29373|~Lo22/13|tmerc -22 13 1 0 0 to_meter=1.0000135965 axis=wsu|377|2151
29375|~Lo22/15|tmerc -22 15 1 0 0 to_meter=1.0000135965 axis=wsu|377|2152
29377|~Lo22/17|tmerc -22 17 1 0 0 to_meter=1.0000135965 axis=wsu|377|2153
29379|~Lo22/19|tmerc -22 19 1 0 0 to_meter=1.0000135965 axis=wsu|377|2154
29381|~Lo22/21|tmerc -22 21 1 0 0 to_meter=1.0000135965 axis=wsu|377|2155
29383|~Lo22/23|tmerc -22 23 1 0 0 to_meter=1.0000135965 axis=wsu|377|2156
29385|~Lo22/25|tmerc -22 25 1 0 0 to_meter=1.0000135965 axis=wsu|377|2157
29700|~Laborde Grid|omerc -18.9 44.1 18.9 18.9 .9995 400000 800000|704|2158
29702|~Laborde Grid approximation|omerc -18.9 44.1 18.9 18.9 .9995 400000 800000|704|2158
29738|~UTM zone 38S|utm 38 +south|380|2159
29739|~UTM zone 39S|utm 39 +south|380|2160
29849|~UTM zone 49N|utm 49|381|2161|2
29850|~UTM zone 50N|utm 50|381|2162|1
29871|~RSO Borneo (ch)|omerc 4 115 53.3158204722222 53.1301023611111 .99984 590476.87146304 442857.653094361 to_meter=20.1167651215526|381|835|2
29872|~RSO Borneo (ftSe)|omerc 4 115 53.3158204722222 53.1301023611111 .99984 590476.872743198 442857.654557398 to_meter=.304799471538676|381|835|2
29873|~RSO Borneo (m)|omerc 4 115 53.3158204722222 53.1301023611111 .99984 590476.87 442857.65|381|835|2
29874|~RSO Sarawak LSD (m)|omerc 4 115 53.3158204722222 53.1301023611111 .99984 2000000 5000000 +no_uoff|381|2163|2
29900|~Irish National Grid|tmerc 53.5 -8 1.000035 200000 250000|382|137
29901|~Irish National Grid|tmerc 53.5 -8 1 200000 250000|298|1037
29902|~Irish Grid|tmerc 53.5 -8 1.000035 200000 250000|382|2164
29903|~Irish Grid|tmerc 53.5 -8 1.000035 200000 250000|383|137
30161|~Japan Plane Rectangular CS I|tmerc 33 129.5 .9999 0 0|149|304|6
30162|~Japan Plane Rectangular CS II|tmerc 33 131 .9999 0 0|149|305|6
30163|~Japan Plane Rectangular CS III|tmerc 36 132.166666666667 .9999 0 0|149|306
30164|~Japan Plane Rectangular CS IV|tmerc 33 133.5 .9999 0 0|149|307
30165|~Japan Plane Rectangular CS V|tmerc 36 134.333333333333 .9999 0 0|149|308
30166|~Japan Plane Rectangular CS VI|tmerc 36 136 .9999 0 0|149|309
30167|~Japan Plane Rectangular CS VII|tmerc 36 137.166666666667 .9999 0 0|149|310
30168|~Japan Plane Rectangular CS VIII|tmerc 36 138.5 .9999 0 0|149|311
30169|~Japan Plane Rectangular CS IX|tmerc 36 139.833333333333 .9999 0 0|149|312
30170|~Japan Plane Rectangular CS X|tmerc 40 140.833333333333 .9999 0 0|149|313
30171|~Japan Plane Rectangular CS XI|tmerc 44 140.25 .9999 0 0|149|314
30172|~Japan Plane Rectangular CS XII|tmerc 44 142.25 .9999 0 0|149|315
30173|~Japan Plane Rectangular CS XIII|tmerc 44 144.25 .9999 0 0|149|316
30174|~Japan Plane Rectangular CS XIV|tmerc 26 142 .9999 0 0|149|317
30175|~Japan Plane Rectangular CS XV|tmerc 26 127.5 .9999 0 0|149|318
30176|~Japan Plane Rectangular CS XVI|tmerc 26 124 .9999 0 0|149|319
30177|~Japan Plane Rectangular CS XVII|tmerc 26 131 .9999 0 0|149|320
30178|~Japan Plane Rectangular CS XVIII|tmerc 20 136 .9999 0 0|149|321
30179|~Japan Plane Rectangular CS XIX|tmerc 26 154 .9999 0 0|149|322
30200|~Trinidad Grid|cass 10.4416666666667 -61.3333333333333 86501.46392052 65379.0134283 to_meter=.201166195164|73|261
30339|~UTM zone 39N|utm 39|384|2165|2
30340|~UTM zone 40N|utm 40|384|2166|2
30491|~Nord Algerie (ancienne)|lcc 36 2.7 36 k_0=.999625544 x_0=500000 y_0=300000|385|2167
30492|~Sud Algerie (ancienne)|lcc 33.3 2.7 33.3 k_0=.999625769 x_0=500000 y_0=300000|385|2168
30493|~Nord Algerie (ancienne)|lcc 36 2.7 36 k_0=.999625544 x_0=500000 y_0=300000|414|2167|336
30494|~Sud Algerie (ancienne)|lcc 33.3 2.7 33.3 k_0=.999625769 x_0=500000 y_0=300000|414|2168|326
30729|~UTM zone 29N|utm 29|387|2169
30730|~UTM zone 30N|utm 30|387|2170
30731|~UTM zone 31N|utm 31|387|2171
30732|~UTM zone 32N|utm 32|387|2172
30791|~Nord Algerie|lcc 36 2.7 36 k_0=.999625544 x_0=500135 y_0=300090|387|2167
30792|~Sud Algerie|lcc 33.3 2.7 33.3 k_0=.999625769 x_0=500135 y_0=300090|387|2173
30800|RT38 2.5 gon W|tmerc 0 15.8082777777778 1 1500000 0|135|303|61
31028|~UTM zone 28N|utm 28|389|1121
31121|~UTM zone 21N|utm 21|390|1122
31154|~TM 54 NW|tmerc 0 -54 .9996 500000 0|390|2174
31170|~Suriname Old TM|tmerc 0 -55.6833333333333 .9996 500000 0|390|2175
31171|~Suriname TM|tmerc 0 -55.6833333333333 .9999 500000 0|390|2175
31251|~Austria GK West Zone|tmerc 0 28 1 0 -5000000|463|1837
31252|~Austria GK Central Zone|tmerc 0 31 1 0 -5000000|463|1838
31253|~Austria GK East Zone|tmerc 0 34 1 0 -5000000|463|1839
31254|~Austria GK West|tmerc 0 10.3333333333333 1 0 -5000000|51|1837
31255|~Austria GK Central|tmerc 0 13.3333333333333 1 0 -5000000|51|1838
31256|~Austria GK East|tmerc 0 16.3333333333333 1 0 -5000000|51|1839
31257|~Austria GK M28|tmerc 0 10.3333333333333 1 150000 -5000000|51|1837
31258|~Austria GK M31|tmerc 0 13.3333333333333 1 450000 -5000000|51|1838
31259|~Austria GK M34|tmerc 0 16.3333333333333 1 750000 -5000000|51|1839
31265|~3-degree Gauss zone 5|tmerc 0 15 1 5500000 0|51|957|86
31266|~3-degree Gauss zone 6|tmerc 0 18 1 6500000 0|705|958|67
31267|~3-degree Gauss zone 7|tmerc 0 21 1 7500000 0|705|959|67
31268|~3-degree Gauss zone 8|tmerc 0 24 1 8500000 0|705|960|67
31275|~Balkans zone 5|tmerc 0 15 .9999 5500000 0|51|957|86
31276|~Balkans zone 6|tmerc 0 18 .9999 6500000 0|705|958|67
31277|~Balkans zone 7|tmerc 0 21 .9999 7500000 0|705|959|67
31278|~Balkans zone 8|tmerc 0 21 .9999 7500000 0|705|960|67
31279|~Balkans zone 8|tmerc 0 24 .9999 8500000 0|705|960|67
31281|~Austria West Zone|tmerc 0 28 1 0 0|463|1837
31282|~Austria Central Zone|tmerc 0 31 1 0 0|463|1838
31283|~Austria East Zone|tmerc 0 34 1 0 0|463|1839
31284|~Austria M28|tmerc 0 10.3333333333333 1 150000 0|51|1837
31285|~Austria M31|tmerc 0 13.3333333333333 1 450000 0|51|1838
31286|~Austria M34|tmerc 0 16.3333333333333 1 750000 0|51|1839
31287|~Austria Lambert|lcc 47.5 13.3333333333333 49 46 400000 400000|51|862
31288|~Austria zone M28|tmerc 0 28 1 150000 0|463|1837
31289|~Austria zone M31|tmerc 0 31 1 450000 0|463|1838
31290|~Austria zone M34|tmerc 0 34 1 750000 0|463|1839
31291|~Austria West Zone|tmerc 0 28 1 0 0|463|1837
31292|~Austria Central Zone|tmerc 0 31 1 0 0|463|1839
31293|~Austria East Zone|tmerc 0 34 1 0 0|463|1838
31294|~M28|tmerc 0 10.3333333333333 1 150000 0|51|1837
31295|~M31|tmerc 0 13.3333333333333 1 450000 0|51|1838
31296|~M34|tmerc 0 16.3333333333333 1 750000 0|51|1839
31297|~Austria Lambert|lcc 47.5 13.3333333333333 49 46 400000 400000|51|862
31300|~Belge Lambert 72|lcc 90 4.35693972222222 49.8333333333333 51.1666666666667 150000.01256 5400088.4378|391|865
31370|~Belgian Lambert 72|lcc 90 4.36748666666667 51.1666672333333 49.8333339 150000.013 5400088.438|391|865
31462|~3-degree Gauss zone 2|tmerc 0 6 1 2500000 0|147|1351|2
31463|~3-degree Gauss zone 3|tmerc 0 9 1 3500000 0|147|1352|2
31464|~3-degree Gauss zone 4|tmerc 0 12 1 4500000 0|147|1353|1
31465|~3-degree Gauss zone 5|tmerc 0 15 1 5500000 0|147|1354|1
31466|~3-degree Gauss-Kruger zone 2|tmerc 0 6 1 2500000 0|147|1351|2
31467|~3-degree Gauss-Kruger zone 3|tmerc 0 9 1 3500000 0|147|1352|2
31468|~3-degree Gauss-Kruger zone 4|tmerc 0 12 1 4500000 0|147|1353|1
31469|~3-degree Gauss-Kruger zone 5|tmerc 0 15 1 5500000 0|147|1354|1
31528|~UTM zone 28N|utm 28|20|59
31529|~UTM zone 29N|utm 29|20|60
31600|~Stereo 33|sterea 45.9 25.3924658888889 .9996667 500000 500000|392|1124
31700|Dealul Piscului 1970/ Stereo 70|sterea 46 25 .99975 500000 500000|393|949|3
31838|~UTM zone 38N|utm 38|394|2176
31839|~UTM zone 39N|utm 39|394|2177
31900|~KTM|tmerc 0 48 .9996 500000 0|395|1125
31901|~KTM|tmerc 0 48 1 500000 0|395|1125
31965|~UTM zone 11N|utm 11|417|2178
31966|~UTM zone 12N|utm 12|417|1131
31967|~UTM zone 13N|utm 13|417|1132
31968|~UTM zone 14N|utm 14|417|2179
31969|~UTM zone 15N|utm 15|417|2180
31970|~UTM zone 16N|utm 16|417|2181
31971|~UTM zone 17N|utm 17|417|2182
31972|~UTM zone 18N|utm 18|417|2183
31973|~UTM zone 19N|utm 19|417|2184
31974|~UTM zone 20N|utm 20|417|2185
31975|~UTM zone 21N|utm 21|417|2186
31976|~UTM zone 22N|utm 22|417|2187
31977|~UTM zone 17S|utm 17 +south|417|2188
31978|~UTM zone 18S|utm 18 +south|417|2189
31979|~UTM zone 19S|utm 19 +south|417|2190
31980|~UTM zone 20S|utm 20 +south|417|2191
31981|~UTM zone 21S|utm 21 +south|417|2192
31982|~UTM zone 22S|utm 22 +south|417|2193
31983|~UTM zone 23S|utm 23 +south|417|1317
31984|~UTM zone 24S|utm 24 +south|417|1318
31985|~UTM zone 25S|utm 25 +south|417|1319
31986|~UTM zone 17N|utm 17|295|2194
31987|~UTM zone 18N|utm 18|295|2183
31988|~UTM zone 19N|utm 19|295|2184
31989|~UTM zone 20N|utm 20|295|2195
31990|~UTM zone 21N|utm 21|295|2196
31991|~UTM zone 22N|utm 22|295|2197
31992|~UTM zone 17S|utm 17 +south|295|2198
31993|~UTM zone 18S|utm 18 +south|295|2189
31994|~UTM zone 19S|utm 19 +south|295|2199
31995|~UTM zone 20S|utm 20 +south|295|2200
31996|~UTM zone 21S|utm 21 +south|295|2201
31997|~UTM zone 22S|utm 22 +south|295|2202
31998|~UTM zone 23S|utm 23 +south|295|2203
31999|~UTM zone 24S|utm 24 +south|295|2204
32000|~UTM zone 25S|utm 25 +south|295|1270
32001|~Montana North|lcc 47 -109.5 48.7166666666667 47.85 609601.219202438 0 units=us-ft|148|2205
32002|~Montana Central|lcc 45.8333333333333 -109.5 47.8833333333333 46.45 609601.219202438 0 units=us-ft|148|2206
32003|~Montana South|lcc 44 -109.5 46.4 44.8666666666667 609601.219202438 0 units=us-ft|148|2207
32005|~Nebraska North|lcc 41.3333333333333 -100 41.85 42.8166666666667 609601.219202438 0 units=us-ft|148|2208
32006|~Nebraska South|lcc 39.6666666666667 -99.5 40.2833333333333 41.7166666666667 609601.219202438 0 units=us-ft|148|2209
32007|~Nevada East|tmerc 34.75 -115.583333333333 .9999 152400.30480061 0 units=us-ft|148|478
32008|~Nevada Central|tmerc 34.75 -116.666666666667 .9999 152400.30480061 0 units=us-ft|148|479
32009|~Nevada West|tmerc 34.75 -118.583333333333 .9999 152400.30480061 0 units=us-ft|148|480
32010|~New Hampshire|tmerc 42.5 -71.6666666666667 .999966667 152400.30480061 0 units=us-ft|505|481|19
32011|~New Jersey|tmerc 38.8333333333333 -74.6666666666667 .999975 609601.219202438 0 units=us-ft|63|482
32012|~New Mexico East|tmerc 31 -104.333333333333 .999909091 152400.30480061 0 units=us-ft|148|220
32013|~New Mexico Central|tmerc 31 -106.25 .9999 152400.30480061 0 units=us-ft|148|2210
32014|~New Mexico West|tmerc 31 -107.833333333333 .999916667 152400.30480061 0 units=us-ft|148|222
32015|~New York East|tmerc 40 -74.3333333333333 .999966667 152400.30480061 0 units=us-ft|63|223|19
32016|~New York Central|tmerc 40 -76.5833333333333 .9999375 152400.30480061 0 units=us-ft|63|224|18
32017|~New York West|tmerc 40 -78.5833333333333 .9999375 152400.30480061 0 units=us-ft|63|225|18
32018|~New York Long Island|lcc 40.5 -74 41.0333333333333 40.6666666666667 304800.609601219 0 units=us-ft|63|226
32019|~North Carolina|lcc 33.75 -79 34.3333333333333 36.1666666666667 609601.219202438 0 units=us-ft|63|227
32020|~North Dakota North|lcc 47 -100.5 47.4333333333333 48.7333333333333 609601.219202438 0 units=us-ft|148|228
32021|~North Dakota South|lcc 45.6666666666667 -100.5 46.1833333333333 47.4833333333333 609601.219202438 0 units=us-ft|148|229
32022|~Ohio North|lcc 39.6666666666667 -82.5 40.4333333333333 41.7 609601.219202438 0 units=us-ft|63|483
32023|~Ohio South|lcc 38 -82.5 38.7333333333333 40.0333333333333 609601.219202438 0 units=us-ft|63|484
32024|~Oklahoma North|lcc 35 -98 35.5666666666667 36.7666666666667 609601.219202438 0 units=us-ft|148|230
32025|~Oklahoma South|lcc 33.3333333333333 -98 33.9333333333333 35.2333333333333 609601.219202438 0 units=us-ft|148|231
32026|~Oregon North|lcc 43.6666666666667 -120.5 44.3333333333333 46 609601.219202438 0 units=us-ft|148|232
32027|~Oregon South|lcc 41.6666666666667 -120.5 42.3333333333333 44 609601.219202438 0 units=us-ft|148|233
32028|~Pennsylvania North|lcc 40.1666666666667 -77.75 40.8833333333333 41.95 609601.219202438 0 units=us-ft|63|234
32029|~Pennsylvania South|lcc 39.3333333333333 -77.75 39.9333333333333 40.8 609601.219202438 0 units=us-ft|63|235
32030|~Rhode Island|tmerc 41.0833333333333 -71.5 .9999938 152400.30480061 0 units=us-ft|63|485
32031|~South Carolina North|lcc 33 -81 33.7666666666667 34.9666666666667 609601.219202438 0 units=us-ft|63|2211
32033|~South Carolina South|lcc 31.8333333333333 -81 32.3333333333333 33.6666666666667 609601.219202438 0 units=us-ft|63|2212
32034|~South Dakota North|lcc 43.8333333333333 -100 44.4166666666667 45.6833333333333 609601.219202438 0 units=us-ft|148|486
32035|~South Dakota South|lcc 42.3333333333333 -100.333333333333 42.8333333333333 44.4 609601.219202438 0 units=us-ft|148|487
32036|~Tennessee|lcc 34.6666666666667 -86 35.25 36.4166666666667 30480.0609601219 0 units=us-ft|63|171|1
32037|~Texas North|lcc 34 -101.5 34.65 36.1833333333333 609601.219202438 0 units=us-ft|148|237
32038|~Texas North Central|lcc 31.6666666666667 -97.5 32.1333333333333 33.9666666666667 609601.219202438 0 units=us-ft|148|238
32039|~Texas Central|lcc 29.6666666666667 -100.333333333333 30.1166666666667 31.8833333333333 609601.219202438 0 units=us-ft|148|239
32040|~Texas South Central|lcc 27.8333333333333 -99 28.3833333333333 30.2833333333333 609601.219202438 0 units=us-ft|148|2213
32041|~Texas South|lcc 25.6666666666667 -98.5 26.1666666666667 27.8333333333333 609601.219202438 0 units=us-ft|148|2214
32042|~Utah North|lcc 40.3333333333333 -111.5 40.7166666666667 41.7833333333333 609601.219202438 0 units=us-ft|148|242
32043|~Utah Central|lcc 38.3333333333333 -111.5 39.0166666666667 40.65 609601.219202438 0 units=us-ft|148|243
32044|~Utah South|lcc 36.6666666666667 -111.5 37.2166666666667 38.35 609601.219202438 0 units=us-ft|148|244
32045|~Vermont|tmerc 42.5 -72.5 .999964286 152400.30480061 0 units=us-ft|505|488|19
32046|~Virginia North|lcc 37.6666666666667 -78.5 38.0333333333333 39.2 609601.219202438 0 units=us-ft|63|245
32047|~Virginia South|lcc 36.3333333333333 -78.5 36.7666666666667 37.9666666666667 609601.219202438 0 units=us-ft|63|246
32048|~Washington North|lcc 47 -120.833333333333 47.5 48.7333333333333 609601.219202438 0 units=us-ft|148|247
32049|~Washington South|lcc 45.3333333333333 -120.5 45.8333333333333 47.3333333333333 609601.219202438 0 units=us-ft|148|2215
32050|~West Virginia North|lcc 38.5 -79.5 39 40.25 609601.219202438 0 units=us-ft|63|489
32051|~West Virginia South|lcc 37 -81 37.4833333333333 38.8833333333333 609601.219202438 0 units=us-ft|63|490
32052|~Wisconsin North|lcc 45.1666666666667 -90 45.5666666666667 46.7666666666667 609601.219202438 0 units=us-ft|148|249|1
32053|~Wisconsin Central|lcc 43.8333333333333 -90 44.25 45.5 609601.219202438 0 units=us-ft|148|250|1
32054|~Wisconsin South|lcc 42 -90 42.7333333333333 44.0666666666667 609601.219202438 0 units=us-ft|63|251|1
32055|~Wyoming East|tmerc 40.6666666666667 -105.166666666667 .999941177 152400.30480061 0 units=us-ft|148|491
32056|~Wyoming East Central|tmerc 40.6666666666667 -107.333333333333 .999941177 152400.30480061 0 units=us-ft|148|492
32057|~Wyoming West Central|tmerc 40.6666666666667 -108.75 .999941177 152400.30480061 0 units=us-ft|148|493
32058|~Wyoming West|tmerc 40.6666666666667 -110.083333333333 .999941177 152400.30480061 0 units=us-ft|148|494
32061|~Guatemala Norte|lcc 16.8166666666667 -90.3333333333333 16.8166666666667 k_0=.99992226 x_0=500000 y_0=292209.579|495|1300
32062|~Guatemala Sur|lcc 14.9 -90.3333333333333 14.9 k_0=.99989906 x_0=500000 y_0=325992.681|495|1301
32064|~BLM 14N (ftUS)|tmerc 0 -99 .9996 500000.001016002 0 units=us-ft|148|2216
32065|~BLM 15N (ftUS)|tmerc 0 -93 .9996 500000.001016002 0 units=us-ft|148|2217
32066|~BLM 16N (ftUS)|tmerc 0 -87 .9996 500000.001016002 0 units=us-ft|63|2218|1
32067|~BLM 17N (ftUS)|tmerc 0 -81 .9996 500000.001016002 0 units=us-ft|63|2219|3
32074|~BLM 14N (feet)|tmerc 0 -99 .9996 500000.001016002 0 units=us-ft|706|2220
32075|~BLM 15N (feet)|tmerc 0 -93 .9996 500000.001016002 0 units=us-ft|148|2221
32076|~BLM 16N (feet)|tmerc 0 -87 .9996 500000.001016002 0 units=us-ft|707|2222|3
32077|~BLM 17N (feet)|tmerc 0 -81 .9996 500000.001016002 0 units=us-ft|708|2223|4
32081|~MTM zone 1|tmerc 0 -53 .9999 304800 0|505|1970
32082|~MTM zone 2|tmerc 0 -56 .9999 304800 0|505|1971
32083|~MTM zone 3|tmerc 0 -58.5 .9999 304800 0|505|1972
32084|~MTM zone 4|tmerc 0 -61.5 .9999 304800 0|216|1973|25
32085|~MTM zone 5|tmerc 0 -64.5 .9999 304800 0|216|1974
32086|~MTM zone 6|tmerc 0 -67.5 .9999 304800 0|216|1975
32098|~Quebec Lambert|lcc 44 -68.5 60 46 0 0|216|130|26
32099|~Louisiana Offshore|lcc 25.6666666666667 -91.3333333333333 27.8333333333333 26.1666666666667 609601.219202438 0 units=us-ft|148|869|1
32100|~Montana|lcc 44.25 -109.5 49 45 600000 0|64|219
32104|~Nebraska|lcc 39.8333333333333 -100 43 40 500000 0|64|477
32107|~Nevada East|tmerc 34.75 -115.583333333333 .9999 200000 8000000|64|478
32108|~Nevada Central|tmerc 34.75 -116.666666666667 .9999 500000 6000000|64|479
32109|~Nevada West|tmerc 34.75 -118.583333333333 .9999 800000 4000000|64|480
32110|~New Hampshire|tmerc 42.5 -71.6666666666667 .999966667 300000 0|64|481
32111|~New Jersey|tmerc 38.8333333333333 -74.5 .9999 150000 0|64|482
32112|~New Mexico East|tmerc 31 -104.333333333333 .999909091 165000 0|64|220
32113|~New Mexico Central|tmerc 31 -106.25 .9999 500000 0|64|221
32114|~New Mexico West|tmerc 31 -107.833333333333 .999916667 830000 0|64|222
32115|~New York East|tmerc 38.8333333333333 -74.5 .9999 150000 0|64|223
32116|~New York Central|tmerc 40 -76.5833333333333 .9999375 250000 0|64|224
32117|~New York West|tmerc 40 -78.5833333333333 .9999375 350000 0|64|225
32118|~New York Long Island|lcc 40.1666666666667 -74 41.0333333333333 40.6666666666667 300000 0|64|226
32119|~North Carolina|lcc 33.75 -79 36.1666666666667 34.3333333333333 609601.22 0|64|227
32120|~North Dakota North|lcc 47 -100.5 48.7333333333333 47.4333333333333 600000 0|64|228
32121|~North Dakota South|lcc 45.6666666666667 -100.5 47.4833333333333 46.1833333333333 600000 0|64|229
32122|~Ohio North|lcc 39.6666666666667 -82.5 41.7 40.4333333333333 600000 0|64|483
32123|~Ohio South|lcc 38 -82.5 40.0333333333333 38.7333333333333 600000 0|64|484
32124|~Oklahoma North|lcc 35 -98 36.7666666666667 35.5666666666667 600000 0|64|230
32125|~Oklahoma South|lcc 33.3333333333333 -98 35.2333333333333 33.9333333333333 600000 0|64|231
32126|~Oregon North|lcc 43.6666666666667 -120.5 46 44.3333333333333 2500000 0|64|232
32127|~Oregon South|lcc 41.6666666666667 -120.5 44 42.3333333333333 1500000 0|64|233
32128|~Pennsylvania North|lcc 40.1666666666667 -77.75 41.95 40.8833333333333 600000 0|64|234
32129|~Pennsylvania South|lcc 39.3333333333333 -77.75 40.9666666666667 39.9333333333333 600000 0|64|235
32130|~Rhode Island|tmerc 41.0833333333333 -71.5 .99999375 100000 0|64|485
32133|~South Carolina|lcc 31.8333333333333 -81 34.8333333333333 32.5 609600 0|64|236
32134|~South Dakota North|lcc 43.8333333333333 -100 45.6833333333333 44.4166666666667 600000 0|64|486
32135|~South Dakota South|lcc 42.3333333333333 -100.333333333333 44.4 42.8333333333333 600000 0|64|487
32136|~Tennessee|lcc 34.3333333333333 -86 36.4166666666667 35.25 600000 0|64|171
32137|~Texas North|lcc 34 -101.5 36.1833333333333 34.65 200000 1000000|64|237
32138|~Texas North Central|lcc 31.6666666666667 -98.5 33.9666666666667 32.1333333333333 600000 2000000|64|238
32139|~Texas Central|lcc 29.6666666666667 -100.333333333333 31.8833333333333 30.1166666666667 700000 3000000|64|239
32140|~Texas South Central|lcc 27.8333333333333 -99 30.2833333333333 28.3833333333333 600000 4000000|64|240
32141|~Texas South|lcc 25.6666666666667 -98.5 27.8333333333333 26.1666666666667 300000 5000000|64|241
32142|~Utah North|lcc 40.3333333333333 -111.5 41.7833333333333 40.7166666666667 500000 1000000|64|242
32143|~Utah Central|lcc 38.3333333333333 -111.5 40.65 39.0166666666667 500000 2000000|64|243
32144|~Utah South|lcc 36.6666666666667 -111.5 38.35 37.2166666666667 500000 3000000|64|244
32145|~Vermont|tmerc 42.5 -72.5 .999964286 500000 0|64|488
32146|~Virginia North|lcc 37.6666666666667 -78.5 39.2 38.0333333333333 3500000 2000000|64|245
32147|~Virginia South|lcc 36.3333333333333 -78.5 37.9666666666667 36.7666666666667 3500000 1000000|64|246
32148|~Washington North|lcc 47 -120.833333333333 48.7333333333333 47.5 500000 0|64|247
32149|~Washington South|lcc 45.3333333333333 -120.5 47.3333333333333 45.8333333333333 500000 0|64|248
32150|~West Virginia North|lcc 38.5 -79.5 40.25 39 600000 0|64|489
32151|~West Virginia South|lcc 37 -81 38.8833333333333 37.4833333333333 600000 0|64|490
32152|~Wisconsin North|lcc 45.1666666666667 -90 46.7666666666667 45.5666666666667 600000 0|64|249
32153|~Wisconsin Central|lcc 43.8333333333333 -90 45.5 44.25 600000 0|64|250
32154|~Wisconsin South|lcc 42 -90 44.0666666666667 42.7333333333333 600000 0|64|251
32155|~Wyoming East|tmerc 40.5 -105.166666666667 .9999375 200000 0|64|491
32156|~Wyoming East Central|tmerc 40.5 -107.333333333333 .9999375 400000 100000|64|492
32157|~Wyoming West Central|tmerc 40.5 -108.75 .9999375 600000 0|64|493
32158|~Wyoming West|tmerc 40.5 -110.083333333333 .9999375 800000 100000|64|494
32159|~Wyoming Lambert|lcc 41 -107.5 41 45 500000 200000|64|2224
32161|~Puerto Rico & Virgin Is.|lcc 17.8333333333333 -66.4333333333333 18.4333333333333 18.0333333333333 200000 200000|64|2225
32164|~BLM 14N (ftUS)|tmerc 0 -99 .9996 500000.001016002 0 units=us-ft|64|2216
32165|~BLM 15N (ftUS)|tmerc 0 -93 .9996 500000.001016002 0 units=us-ft|64|2217
32166|~BLM 16N (ftUS)|tmerc 0 -87 .9996 500000.001016002 0 units=us-ft|64|2218
32167|~BLM 17N (ftUS)|tmerc 0 -81 .9996 500000.001016002 0 units=us-ft|64|2219
32180|~SCoPQ zone 2|tmerc 0 -55.5 .9999 304800 0|64|8
32181|~MTM zone 1|tmerc 0 -53 .9999 304800 0|64|1970
32182|~MTM zone 2|tmerc 0 -56 .9999 304800 0|64|1971
32183|~MTM zone 3|tmerc 0 -58.5 .9999 304800 0|64|506
32184|~MTM zone 4|tmerc 0 -61.5 .9999 304800 0|64|507
32185|~MTM zone 5|tmerc 0 -64.5 .9999 304800 0|64|508
32186|~MTM zone 6|tmerc 0 -67.5 .9999 304800 0|64|12
32187|~MTM zone 7|tmerc 0 -70.5 .9999 304800 0|64|13
32188|~MTM zone 8|tmerc 0 -73.5 .9999 304800 0|64|509
32189|~MTM zone 9|tmerc 0 -76.5 .9999 304800 0|64|510
32190|~MTM zone 10|tmerc 0 -79.5 .9999 304800 0|64|511
32191|~MTM zone 11|tmerc 0 -82.5 .9999 304800 0|64|20
32192|~MTM zone 12|tmerc 0 -81 .9999 304800 0|64|21
32193|~MTM zone 13|tmerc 0 -84 .9999 304800 0|64|22
32194|~MTM zone 14|tmerc 0 -87 .9999 304800 0|64|23
32195|~MTM zone 15|tmerc 0 -90 .9999 304800 0|64|24
32196|~MTM zone 16|tmerc 0 -93 .9999 304800 0|64|25
32197|~MTM zone 17|tmerc 0 -96 .9999 304800 0|64|26
32198|~Quebec Lambert|lcc 44 -68.5 60 46 0 0|64|130
32199|~Louisiana Offshore|lcc 25.5 -91.3333333333333 27.8333333333333 26.1666666666667 1000000 0|64|869
32201|~UTM zone 1N|utm 1|396|2226
32202|~UTM zone 2N|utm 2|396|2227
32203|~UTM zone 3N|utm 3|396|2228
32204|~UTM zone 4N|utm 4|396|2229
32205|~UTM zone 5N|utm 5|396|2230
32206|~UTM zone 6N|utm 6|396|2231
32207|~UTM zone 7N|utm 7|396|2232
32208|~UTM zone 8N|utm 8|396|2233
32209|~UTM zone 9N|utm 9|396|2234
32210|~UTM zone 10N|utm 10|396|2235
32211|~UTM zone 11N|utm 11|396|2236
32212|~UTM zone 12N|utm 12|396|2237
32213|~UTM zone 13N|utm 13|396|2238
32214|~UTM zone 14N|utm 14|396|2239
32215|~UTM zone 15N|utm 15|396|2240
32216|~UTM zone 16N|utm 16|396|2241
32217|~UTM zone 17N|utm 17|396|2242
32218|~UTM zone 18N|utm 18|396|2243
32219|~UTM zone 19N|utm 19|396|2244
32220|~UTM zone 20N|utm 20|396|2245
32221|~UTM zone 21N|utm 21|396|2246
32222|~UTM zone 22N|utm 22|396|2247
32223|~UTM zone 23N|utm 23|396|2248
32224|~UTM zone 24N|utm 24|396|2249
32225|~UTM zone 25N|utm 25|396|2250
32226|~UTM zone 26N|utm 26|396|2251
32227|~UTM zone 27N|utm 27|396|2252
32228|~UTM zone 28N|utm 28|396|2253
32229|~UTM zone 29N|utm 29|396|2254
32230|~UTM zone 30N|utm 30|396|2255
32231|~UTM zone 31N|utm 31|396|2256
32232|~UTM zone 32N|utm 32|396|2257
32233|~UTM zone 33N|utm 33|396|2258
32234|~UTM zone 34N|utm 34|396|2259
32235|~UTM zone 35N|utm 35|396|2260
32236|~UTM zone 36N|utm 36|396|2261
32237|~UTM zone 37N|utm 37|396|2262
32238|~UTM zone 38N|utm 38|396|2263
32239|~UTM zone 39N|utm 39|396|2264
32240|~UTM zone 40N|utm 40|396|2265
32241|~UTM zone 41N|utm 41|396|2266
32242|~UTM zone 42N|utm 42|396|2267
32243|~UTM zone 43N|utm 43|396|2268
32244|~UTM zone 44N|utm 44|396|2269
32245|~UTM zone 45N|utm 45|396|2270
32246|~UTM zone 46N|utm 46|396|2271
32247|~UTM zone 47N|utm 47|396|2272
32248|~UTM zone 48N|utm 48|396|2273
32249|~UTM zone 49N|utm 49|396|2274
32250|~UTM zone 50N|utm 50|396|2275
32251|~UTM zone 51N|utm 51|396|2276
32252|~UTM zone 52N|utm 52|396|2277
32253|~UTM zone 53N|utm 53|396|2278
32254|~UTM zone 54N|utm 54|396|2279
32255|~UTM zone 55N|utm 55|396|2280
32256|~UTM zone 56N|utm 56|396|2281
32257|~UTM zone 57N|utm 57|396|2282
32258|~UTM zone 58N|utm 58|396|2283
32259|~UTM zone 59N|utm 59|396|2284
32260|~UTM zone 60N|utm 60|396|2285
32301|~UTM zone 1S|utm 1 +south|396|2286
32302|~UTM zone 2S|utm 2 +south|396|2287
32303|~UTM zone 3S|utm 3 +south|396|2288
32304|~UTM zone 4S|utm 4 +south|396|2289
32305|~UTM zone 5S|utm 5 +south|396|2290
32306|~UTM zone 6S|utm 6 +south|396|2291
32307|~UTM zone 7S|utm 7 +south|396|2292
32308|~UTM zone 8S|utm 8 +south|396|2293
32309|~UTM zone 9S|utm 9 +south|396|2294
32310|~UTM zone 10S|utm 10 +south|396|2295
32311|~UTM zone 11S|utm 11 +south|396|2296
32312|~UTM zone 12S|utm 12 +south|396|2297
32313|~UTM zone 13S|utm 13 +south|396|2298
32314|~UTM zone 14S|utm 14 +south|396|2299
32315|~UTM zone 15S|utm 15 +south|396|2300
32316|~UTM zone 16S|utm 16 +south|396|2301
32317|~UTM zone 17S|utm 17 +south|396|2302
32318|~UTM zone 18S|utm 18 +south|396|2303
32319|~UTM zone 19S|utm 19 +south|396|2304
32320|~UTM zone 20S|utm 20 +south|396|2305
32321|~UTM zone 21S|utm 21 +south|396|2306
32322|~UTM zone 22S|utm 22 +south|396|2307
32323|~UTM zone 23S|utm 23 +south|396|2308
32324|~UTM zone 24S|utm 24 +south|396|2309
32325|~UTM zone 25S|utm 25 +south|396|2310
32326|~UTM zone 26S|utm 26 +south|396|2311
32327|~UTM zone 27S|utm 27 +south|396|2312
32328|~UTM zone 28S|utm 28 +south|396|2313
32329|~UTM zone 29S|utm 29 +south|396|2314
32330|~UTM zone 30S|utm 30 +south|396|2315
32331|~UTM zone 31S|utm 31 +south|396|2316
32332|~UTM zone 32S|utm 32 +south|396|2317
32333|~UTM zone 33S|utm 33 +south|396|2318
32334|~UTM zone 34S|utm 34 +south|396|2319
32335|~UTM zone 35S|utm 35 +south|396|2320
32336|~UTM zone 36S|utm 36 +south|396|2321
32337|~UTM zone 37S|utm 37 +south|396|2322
32338|~UTM zone 38S|utm 38 +south|396|2323
32339|~UTM zone 39S|utm 39 +south|396|2324
32340|~UTM zone 40S|utm 40 +south|396|2325
32341|~UTM zone 41S|utm 41 +south|396|2326
32342|~UTM zone 42S|utm 42 +south|396|2327
32343|~UTM zone 43S|utm 43 +south|396|2328
32344|~UTM zone 44S|utm 44 +south|396|2329
32345|~UTM zone 45S|utm 45 +south|396|2330
32346|~UTM zone 46S|utm 46 +south|396|2331
32347|~UTM zone 47S|utm 47 +south|396|2332
32348|~UTM zone 48S|utm 48 +south|396|2333
32349|~UTM zone 49S|utm 49 +south|396|2334
32350|~UTM zone 50S|utm 50 +south|396|2335
32351|~UTM zone 51S|utm 51 +south|396|2336
32352|~UTM zone 52S|utm 52 +south|396|2337
32353|~UTM zone 53S|utm 53 +south|396|2338
32354|~UTM zone 54S|utm 54 +south|396|2339
32355|~UTM zone 55S|utm 55 +south|396|2340
32356|~UTM zone 56S|utm 56 +south|396|2341
32357|~UTM zone 57S|utm 57 +south|396|2342
32358|~UTM zone 58S|utm 58 +south|396|2343
32359|~UTM zone 59S|utm 59 +south|396|2344
32360|~UTM zone 60S|utm 60 +south|396|2345
32401|~UTM zone 1N|utm 1|32|2226
32402|~UTM zone 2N|utm 2|32|2287
32403|~UTM zone 3N|utm 3|32|2228
32404|~UTM zone 4N|utm 4|32|2229
32405|~UTM zone 5N|utm 5|32|2230
32406|~UTM zone 6N|utm 6|32|2231
32407|~UTM zone 7N|utm 7|32|2232
32408|~UTM zone 8N|utm 8|32|2233
32409|~UTM zone 9N|utm 9|32|2234
32410|~UTM zone 10N|utm 10|32|2235
32411|~UTM zone 11N|utm 11|32|2236
32412|~UTM zone 12N|utm 12|32|2237
32413|~UTM zone 13N|utm 13|32|2238
32414|~UTM zone 14N|utm 14|32|2239
32415|~UTM zone 15N|utm 15|32|2240
32416|~UTM zone 16N|utm 16|32|2241
32417|~UTM zone 17N|utm 17|32|2242
32418|~UTM zone 18N|utm 18|32|2243
32419|~UTM zone 19N|utm 19|32|2244
32420|~UTM zone 20N|utm 20|32|2245
32421|~UTM zone 21N|utm 21|32|2246
32422|~UTM zone 22N|utm 22|32|2247
32423|~UTM zone 23N|utm 23|32|2248
32424|~UTM zone 24N|utm 24|32|2249
32425|~UTM zone 25N|utm 25|32|2250
32426|~UTM zone 26N|utm 26|32|2251
32427|~UTM zone 27N|utm 27|32|2252
32428|~UTM zone 28N|utm 28|32|2253
32429|~UTM zone 29N|utm 29|32|2254
32430|~UTM zone 30N|utm 30|32|2255
32431|~UTM zone 31N|utm 31|32|2256
32432|~UTM zone 32N|utm 32|32|2257
32433|~UTM zone 33N|utm 33|32|2258
32434|~UTM zone 34N|utm 34|32|2259
32435|~UTM zone 35N|utm 35|32|2260
32436|~UTM zone 36N|utm 36|32|2261
32437|~UTM zone 37N|utm 37|32|2262
32438|~UTM zone 38N|utm 38|32|2263
32439|~UTM zone 39N|utm 39|32|2264
32440|~UTM zone 40N|utm 40|32|2265
32441|~UTM zone 41N|utm 41|32|2266
32442|~UTM zone 42N|utm 42|32|2267
32443|~UTM zone 43N|utm 43|32|2268
32444|~UTM zone 44N|utm 44|32|2269
32445|~UTM zone 45N|utm 45|32|2270
32446|~UTM zone 46N|utm 46|32|2271
32447|~UTM zone 47N|utm 47|32|2272
32448|~UTM zone 48N|utm 48|32|2273
32449|~UTM zone 49N|utm 49|32|2274
32450|~UTM zone 50N|utm 50|32|2275
32451|~UTM zone 51N|utm 51|32|2276
32452|~UTM zone 52N|utm 52|32|2277
32453|~UTM zone 53N|utm 53|32|2278
32454|~UTM zone 54N|utm 54|32|2279
32455|~UTM zone 55N|utm 55|32|2280
32456|~UTM zone 56N|utm 56|32|2281
32457|~UTM zone 57N|utm 57|32|2282
32458|~UTM zone 58N|utm 58|32|2283
32459|~UTM zone 59N|utm 59|32|2284
32460|~UTM zone 60N|utm 60|32|2285
32501|~UTM zone 1S|utm 1 +south|32|2286
32502|~UTM zone 2S|utm 2 +south|32|2287
32503|~UTM zone 3S|utm 3 +south|32|2288
32504|~UTM zone 4S|utm 4 +south|32|2289
32505|~UTM zone 5S|utm 5 +south|32|2290
32506|~UTM zone 6S|utm 6 +south|32|2291
32507|~UTM zone 7S|utm 7 +south|32|2292
32508|~UTM zone 8S|utm 8 +south|32|2293
32509|~UTM zone 9S|utm 9 +south|32|2294
32510|~UTM zone 10S|utm 10 +south|32|2295
32511|~UTM zone 11S|utm 11 +south|32|2296
32512|~UTM zone 12S|utm 12 +south|32|2297
32513|~UTM zone 13S|utm 13 +south|32|2298
32514|~UTM zone 14S|utm 14 +south|32|2299
32515|~UTM zone 15S|utm 15 +south|32|2300
32516|~UTM zone 16S|utm 16 +south|32|2301
32517|~UTM zone 17S|utm 17 +south|32|2302
32518|~UTM zone 18S|utm 18 +south|32|2303
32519|~UTM zone 19S|utm 19 +south|32|2304
32520|~UTM zone 20S|utm 20 +south|32|2305
32521|~UTM zone 21S|utm 21 +south|32|2306
32522|~UTM zone 22S|utm 22 +south|32|2307
32523|~UTM zone 23S|utm 23 +south|32|2308
32524|~UTM zone 24S|utm 24 +south|32|2309
32525|~UTM zone 25S|utm 25 +south|32|2310
32526|~UTM zone 26S|utm 26 +south|32|2311
32527|~UTM zone 27S|utm 27 +south|32|2312
32528|~UTM zone 28S|utm 28 +south|32|2313
32529|~UTM zone 29S|utm 29 +south|32|2314
32530|~UTM zone 30S|utm 30 +south|32|2315
32531|~UTM zone 31S|utm 31 +south|32|2316
32532|~UTM zone 32S|utm 32 +south|32|2317
32533|~UTM zone 33S|utm 33 +south|32|2318
32534|~UTM zone 34S|utm 34 +south|32|2319
32535|~UTM zone 35S|utm 35 +south|32|2320
32536|~UTM zone 36S|utm 36 +south|32|2321
32537|~UTM zone 37S|utm 37 +south|32|2322
32538|~UTM zone 38S|utm 38 +south|32|2323
32539|~UTM zone 39S|utm 39 +south|32|2324
32540|~UTM zone 40S|utm 40 +south|32|2325
32541|~UTM zone 41S|utm 41 +south|32|2326
32542|~UTM zone 42S|utm 42 +south|32|2327
32543|~UTM zone 43S|utm 43 +south|32|2328
32544|~UTM zone 44S|utm 44 +south|32|2329
32545|~UTM zone 45S|utm 45 +south|32|2330
32546|~UTM zone 46S|utm 46 +south|32|2331
32547|~UTM zone 47S|utm 47 +south|32|2332
32548|~UTM zone 48S|utm 48 +south|32|2333
32549|~UTM zone 49S|utm 49 +south|32|2334
32550|~UTM zone 50S|utm 50 +south|32|2335
32551|~UTM zone 51S|utm 51 +south|32|2336
32552|~UTM zone 52S|utm 52 +south|32|2337
32553|~UTM zone 53S|utm 53 +south|32|2338
32554|~UTM zone 54S|utm 54 +south|32|2339
32555|~UTM zone 55S|utm 55 +south|32|2340
32556|~UTM zone 56S|utm 56 +south|32|2341
32557|~UTM zone 57S|utm 57 +south|32|2342
32558|~UTM zone 58S|utm 58 +south|32|2343
32559|~UTM zone 59S|utm 59 +south|32|2344
32560|~UTM zone 60S|utm 60 +south|32|2345
32601|~UTM zone 1N|utm 1|70|2226
32602|~UTM zone 2N|utm 2|70|2227
32603|~UTM zone 3N|utm 3|70|2228
32604|~UTM zone 4N|utm 4|70|2229
32605|~UTM zone 5N|utm 5|70|2230
32606|~UTM zone 6N|utm 6|70|2231
32607|~UTM zone 7N|utm 7|70|2232
32608|~UTM zone 8N|utm 8|70|2233
32609|~UTM zone 9N|utm 9|70|2234
32610|~UTM zone 10N|utm 10|70|2235
32611|~UTM zone 11N|utm 11|70|2236
32612|~UTM zone 12N|utm 12|70|2237
32613|~UTM zone 13N|utm 13|70|2238
32614|~UTM zone 14N|utm 14|70|2239
32615|~UTM zone 15N|utm 15|70|2240
32616|~UTM zone 16N|utm 16|70|2241
32617|~UTM zone 17N|utm 17|70|2242
32618|~UTM zone 18N|utm 18|70|2243
32619|~UTM zone 19N|utm 19|70|2244
32620|~UTM zone 20N|utm 20|70|2245
32621|~UTM zone 21N|utm 21|70|2246
32622|~UTM zone 22N|utm 22|70|2247
32623|~UTM zone 23N|utm 23|70|2248
32624|~UTM zone 24N|utm 24|70|2249
32625|~UTM zone 25N|utm 25|70|2250
32626|~UTM zone 26N|utm 26|70|2251
32627|~UTM zone 27N|utm 27|70|2252
32628|~UTM zone 28N|utm 28|70|2253
32629|~UTM zone 29N|utm 29|70|2254
32630|~UTM zone 30N|utm 30|70|2255
32631|~UTM zone 31N|utm 31|70|2256
32632|~UTM zone 32N|utm 32|70|2257
32633|~UTM zone 33N|utm 33|70|2258
32634|~UTM zone 34N|utm 34|70|2259
32635|~UTM zone 35N|utm 35|70|2260
32636|~UTM zone 36N|utm 36|70|2261
32637|~UTM zone 37N|utm 37|70|2262
32638|~UTM zone 38N|utm 38|70|2263
32639|~UTM zone 39N|utm 39|70|2264
32640|~UTM zone 40N|utm 40|70|2265
32641|~UTM zone 41N|utm 41|70|2266
32642|~UTM zone 42N|utm 42|70|2267
32643|~UTM zone 43N|utm 43|70|2268
32644|~UTM zone 44N|utm 44|70|2269
32645|~UTM zone 45N|utm 45|70|2270
32646|~UTM zone 46N|utm 46|70|2271
32647|~UTM zone 47N|utm 47|70|2272
32648|~UTM zone 48N|utm 48|70|2273
32649|~UTM zone 49N|utm 49|70|2274
32650|~UTM zone 50N|utm 50|70|2275
32651|~UTM zone 51N|utm 51|70|2276
32652|~UTM zone 52N|utm 52|70|2277
32653|~UTM zone 53N|utm 53|70|2278
32654|~UTM zone 54N|utm 54|70|2279
32655|~UTM zone 55N|utm 55|70|2280
32656|~UTM zone 56N|utm 56|70|2281
32657|~UTM zone 57N|utm 57|70|2282
32658|~UTM zone 58N|utm 58|70|2283
32659|~UTM zone 59N|utm 59|70|2284
32660|~UTM zone 60N|utm 60|70|2285
32661|~UPS North (N,E)|stere 90 0 2000000 2000000 k=.994|70|859
32662|~Plate Carree|eqc 0 0 0 0 0|70|928
32663|~World Equidistant Cylindrical|eqc 0 0 0 0 0|70|928
32664|~BLM 14N (ftUS)|tmerc 0 -99 .9996 500000.001016002 0 units=us-ft|70|2220
32665|~BLM 15N (ftUS)|tmerc 0 -93 .9996 500000.001016002 0 units=us-ft|70|2221
32666|~BLM 16N (ftUS)|tmerc 0 -87 .9996 500000.001016002 0 units=us-ft|70|2222
32667|~BLM 17N (ftUS)|tmerc 0 -81 .9996 500000.001016002 0 units=us-ft|70|2223
32701|~UTM zone 1S|utm 1 +south|70|2286
32702|~UTM zone 2S|utm 2 +south|70|2287
32703|~UTM zone 3S|utm 3 +south|70|2288
32704|~UTM zone 4S|utm 4 +south|70|2289
32705|~UTM zone 5S|utm 5 +south|70|2290
32706|~UTM zone 6S|utm 6 +south|70|2291
32707|~UTM zone 7S|utm 7 +south|70|2292
32708|~UTM zone 8S|utm 8 +south|70|2293
32709|~UTM zone 9S|utm 9 +south|70|2294
32710|~UTM zone 10S|utm 10 +south|70|2295
32711|~UTM zone 11S|utm 11 +south|70|2296
32712|~UTM zone 12S|utm 12 +south|70|2297
32713|~UTM zone 13S|utm 13 +south|70|2298
32714|~UTM zone 14S|utm 14 +south|70|2299
32715|~UTM zone 15S|utm 15 +south|70|2300
32716|~UTM zone 16S|utm 16 +south|70|2301
32717|~UTM zone 17S|utm 17 +south|70|2302
32718|~UTM zone 18S|utm 18 +south|70|2303
32719|~UTM zone 19S|utm 19 +south|70|2304
32720|~UTM zone 20S|utm 20 +south|70|2305
32721|~UTM zone 21S|utm 21 +south|70|2306
32722|~UTM zone 22S|utm 22 +south|70|2307
32723|~UTM zone 23S|utm 23 +south|70|2308
32724|~UTM zone 24S|utm 24 +south|70|2309
32725|~UTM zone 25S|utm 25 +south|70|2310
32726|~UTM zone 26S|utm 26 +south|70|2311
32727|~UTM zone 27S|utm 27 +south|70|2312
32728|~UTM zone 28S|utm 28 +south|70|2313
32729|~UTM zone 29S|utm 29 +south|70|2314
32730|~UTM zone 30S|utm 30 +south|70|2315
32731|~UTM zone 31S|utm 31 +south|70|2316
32732|~UTM zone 32S|utm 32 +south|70|2317
32733|~UTM zone 33S|utm 33 +south|70|2318
32734|~UTM zone 34S|utm 34 +south|70|2319
32735|~UTM zone 35S|utm 35 +south|70|2320
32736|~UTM zone 36S|utm 36 +south|70|2321
32737|~UTM zone 37S|utm 37 +south|70|2322
32738|~UTM zone 38S|utm 38 +south|70|2323
32739|~UTM zone 39S|utm 39 +south|70|2324
32740|~UTM zone 40S|utm 40 +south|70|2325
32741|~UTM zone 41S|utm 41 +south|70|2326
32742|~UTM zone 42S|utm 42 +south|70|2327
32743|~UTM zone 43S|utm 43 +south|70|2328
32744|~UTM zone 44S|utm 44 +south|70|2329
32745|~UTM zone 45S|utm 45 +south|70|2330
32746|~UTM zone 46S|utm 46 +south|70|2331
32747|~UTM zone 47S|utm 47 +south|70|2332
32748|~UTM zone 48S|utm 48 +south|70|2333
32749|~UTM zone 49S|utm 49 +south|70|2334
32750|~UTM zone 50S|utm 50 +south|70|2335
32751|~UTM zone 51S|utm 51 +south|70|2336
32752|~UTM zone 52S|utm 52 +south|70|2337
32753|~UTM zone 53S|utm 53 +south|70|2338
32754|~UTM zone 54S|utm 54 +south|70|2339
32755|~UTM zone 55S|utm 55 +south|70|2340
32756|~UTM zone 56S|utm 56 +south|70|2341
32757|~UTM zone 57S|utm 57 +south|70|2342
32758|~UTM zone 58S|utm 58 +south|70|2343
32759|~UTM zone 59S|utm 59 +south|70|2344
32760|~UTM zone 60S|utm 60 +south|70|2345
32761|~UPS South (N,E)|stere -90 0 2000000 2000000 k=.994|70|569
32766|~TM 36 SE|tmerc 0 36 .9996 500000 10000000|70|2346
900913|Google Maps Global Mercator|merc 0 1 0 0 lat_ts=0|229|927
2065|S-JTSK (Ferro) / Krovak|!its axes point south and west
2218|Scoresbysund 1952 / Greenland zone 5 east|!Lambert Conic Conformal (West Orientated)
2221|Scoresbysund 1952 / Greenland zone 6 east|!Lambert Conic Conformal (West Orientated)
2296|Ammassalik 1958 / Greenland zone 7 east|!Lambert Conic Conformal (West Orientated)
2297|Qornoq 1927 / Greenland zone 1 east|!Lambert Conic Conformal (West Orientated)
2298|Qornoq 1927 / Greenland zone 2 east|!Lambert Conic Conformal (West Orientated)
2299|Qornoq 1927 / Greenland zone 2 west|!Lambert Conic Conformal (West Orientated)
2300|Qornoq 1927 / Greenland zone 3 east|!Lambert Conic Conformal (West Orientated)
2301|Qornoq 1927 / Greenland zone 3 west|!Lambert Conic Conformal (West Orientated)
2302|Qornoq 1927 / Greenland zone 4 east|!Lambert Conic Conformal (West Orientated)
2303|Qornoq 1927 / Greenland zone 4 west|!Lambert Conic Conformal (West Orientated)
2304|Qornoq 1927 / Greenland zone 5 west|!Lambert Conic Conformal (West Orientated)
2305|Qornoq 1927 / Greenland zone 6 west|!Lambert Conic Conformal (West Orientated)
2306|Qornoq 1927 / Greenland zone 7 west|!Lambert Conic Conformal (West Orientated)
2307|Qornoq 1927 / Greenland zone 8 east|!Lambert Conic Conformal (West Orientated)
2963|Lisbon 1890 (Lisbon) / Portugal Bonne|!Bonne (South Orientated)
2985|Petrels 1972 / Terre Adelie Polar Stereographic|!Polar Stereographic (variant C)
2986|Perroud 1950 / Terre Adelie Polar Stereographic|!Polar Stereographic (variant C)
3052|Reykjavik 1900 / Lambert 1900|!Lambert Conic Conformal (West Orientated)
3053|Hjorsey 1955 / Lambert 1955|!Lambert Conic Conformal (West Orientated)
3144|FD54 / Faroe Lambert|!Lambert Conic Conformal (West Orientated)
3145|ETRS89 / Faroe Lambert|!Lambert Conic Conformal (West Orientated)
3173|fk89 / Faroe Lambert FK89|!Lambert Conic Conformal (West Orientated)
3295|Guam 1963 / Yap Islands|!Modified Azimuthal Equidistant
3752|WGS 84 / Mercator 41|!Mercator (variant A)
3993|Guam 1963 / Guam SPCS|!Guam Projection
4296|Sudan|!its unit is degree minute second hemisphere
4807|NTF (Paris)|!its unit is grad
4810|Tananarive (Paris)|!its unit is grad
4811|Voirol 1875 (Paris)|!its unit is grad
4816|Carthage (Paris)|!its unit is grad
4819|Nord Sahara 1959 (Paris)|!its unit is grad
4821|Voirol 1879 (Paris)|!its unit is grad
4901|ATF (Paris)|!its unit is grad
4902|NDG (Paris)|!its unit is grad
5017|Lisbon 1890 / Portugal Bonne New|!Bonne (South Orientated)
5224|S-JTSK/05 (Ferro) / Modified Krovak|!Krovak Modified
5225|S-JTSK/05 (Ferro) / Modified Krovak East North|!Krovak Modified (North Orientated)
5513|S-JTSK / Krovak|!its axes point south and west
5515|S-JTSK/05 / Modified Krovak|!Krovak Modified
5516|S-JTSK/05 / Modified Krovak East North|!Krovak Modified (North Orientated)
6244|MAGNA-SIRGAS / Arauca urban grid|!Colombia Urban
6245|MAGNA-SIRGAS / Armenia urban grid|!Colombia Urban
6246|MAGNA-SIRGAS / Barranquilla urban grid|!Colombia Urban
6247|MAGNA-SIRGAS / Bogota urban grid|!Colombia Urban
6248|MAGNA-SIRGAS / Bucaramanga urban grid|!Colombia Urban
6249|MAGNA-SIRGAS / Cali urban grid|!Colombia Urban
6250|MAGNA-SIRGAS / Cartagena urban grid|!Colombia Urban
6251|MAGNA-SIRGAS / Cucuta urban grid|!Colombia Urban
6252|MAGNA-SIRGAS / Florencia urban grid|!Colombia Urban
6253|MAGNA-SIRGAS / Ibague urban grid|!Colombia Urban
6254|MAGNA-SIRGAS / Inirida urban grid|!Colombia Urban
6255|MAGNA-SIRGAS / Leticia urban grid|!Colombia Urban
6256|MAGNA-SIRGAS / Manizales urban grid|!Colombia Urban
6257|MAGNA-SIRGAS / Medellin urban grid|!Colombia Urban
6258|MAGNA-SIRGAS / Mitu urban grid|!Colombia Urban
6259|MAGNA-SIRGAS / Mocoa urban grid|!Colombia Urban
6260|MAGNA-SIRGAS / Monteria urban grid|!Colombia Urban
6261|MAGNA-SIRGAS / Neiva urban grid|!Colombia Urban
6262|MAGNA-SIRGAS / Pasto urban grid|!Colombia Urban
6263|MAGNA-SIRGAS / Pereira urban grid|!Colombia Urban
6264|MAGNA-SIRGAS / Popayan urban grid|!Colombia Urban
6265|MAGNA-SIRGAS / Puerto Carreno urban grid|!Colombia Urban
6266|MAGNA-SIRGAS / Quibdo urban grid|!Colombia Urban
6267|MAGNA-SIRGAS / Riohacha urban grid|!Colombia Urban
6268|MAGNA-SIRGAS / San Andres urban grid|!Colombia Urban
6269|MAGNA-SIRGAS / San Jose del Guaviare urban grid|!Colombia Urban
6270|MAGNA-SIRGAS / Santa Marta urban grid|!Colombia Urban
6271|MAGNA-SIRGAS / Sucre urban grid|!Colombia Urban
6272|MAGNA-SIRGAS / Tunja urban grid|!Colombia Urban
6273|MAGNA-SIRGAS / Valledupar urban grid|!Colombia Urban
6274|MAGNA-SIRGAS / Villavicencio urban grid|!Colombia Urban
6275|MAGNA-SIRGAS / Yopal urban grid|!Colombia Urban
7082|RGTAAF07 / Terre Adelie Polar Stereographic|!Polar Stereographic (variant C)
8044|Gusterberg Grid (Ferro)|!its axes point south and west
8045|St. Stephen Grid (Ferro)|!its axes point south and west
8352|S-JTSK [JTSK03] / Krovak|!its axes point south and west
8441|Tananarive / Laborde Grid|!Laborde Oblique Mercator
21817|Bogota 1975 / UTM zone 17N|!PROJ cannot compute it in its own area of use
22300|Carthage (Paris) / Tunisia Mining Grid|!Tunisia Mining Grid
22700|Deir ez Zor / Levant Zone|!Lambert Conic Near-Conformal
23853|ID74 / UTM zone 53N|!PROJ cannot compute it in its own area of use
23886|ID74 / UTM zone 46S|!PROJ cannot compute it in its own area of use
29118|SAD69 / UTM zone 18N|!PROJ cannot compute it in its own area of use
29119|SAD69 / UTM zone 19N|!PROJ cannot compute it in its own area of use
29120|SAD69 / UTM zone 20N|!PROJ cannot compute it in its own area of use
29121|SAD69 / UTM zone 21N|!PROJ cannot compute it in its own area of use
29177|SAD69 / UTM zone 17S|!PROJ cannot compute it in its own area of use
29178|SAD69 / UTM zone 18S|!PROJ cannot compute it in its own area of use
29179|SAD69 / UTM zone 19S|!PROJ cannot compute it in its own area of use
29180|SAD69 / UTM zone 20S|!PROJ cannot compute it in its own area of use
29635|Sudan / UTM zone 35N|!PROJ cannot compute it in its own area of use
29636|Sudan / UTM zone 36N|!PROJ cannot compute it in its own area of use
29701|Tananarive (Paris) / Laborde Grid|!Laborde Oblique Mercator
31461|DHDN / 3-degree Gauss zone 1|!PROJ cannot compute it in its own area of use
32600|WGS 84 / UTM grid system (northern hemisphere)|!Transverse Mercator Zoned Grid System
32700|WGS 84 / UTM grid system (southern hemisphere)|!Transverse Mercator Zoned Grid System
3823|=3824
3888|=3889
3901|=2393
3902|=5048
3903|=5048
4017|=4023
4040|=4046
4074|=4075
4080|=4081
4097|=4093
4098|=4094
4099|=4095
4100|=4096
4466|=4463
4469|=4470
4472|=4475
4480|=4490
4482|=4483
4557|=4558
4883|=4765
4885|=4764
4887|=4762
4889|=4761
4891|=4760
4893|=4759
4895|=4758
4898|=4755
4900|=4754
4907|=4749
4909|=4747
4921|=4742
4923|=4740
4925|=4702
4927|=4737
4929|=4694
4931|=4176
4933|=4151
4935|=4180
4937|=4258
4939|=4283
4941|=4148
4943|=4173
4945|=4659
4947|=4612
4949|=4661
4951|=4669
4953|=4130
4955|=4617
4957|=4152
4959|=4167
4961|=4190
4963|=4189
4965|=4171
4967|=4624
4971|=4627
4973|=4558
4975|=4170
4977|=4619
4979|=4326
4981|=4163
4983|=4670
4985|=4322
4987|=4324
4989|=4674
4991|=4677
4993|=4678
4995|=4683
4997|=4686
4999|=4687
5012|=5013
5245|=5246
5251|=5252
5263|=5264
5318|=5316
5323|=5324
5342|=5340
5353|=5354
5359|=5360
5364|=5365
5370|=5371
5372|=5373
5380|=5381
5392|=5393
5488|=5489
5498|=4269
5499|=4152
5500|=4759
5545|=5546
5554|=25831
5555|=25832
5556|=25833
5560|=5561
5592|=5593
5598|=5596
5628|=4619
5698|=2154
5699|=2154
5707|=27571
5708|=27574
5830|=5681
5832|=5682
5833|=5683
5834|=5684
5835|=5685
5845|=3006
5846|=3007
5847|=3008
5848|=3009
5849|=3010
5850|=3011
5851|=3012
5852|=3013
5853|=3014
5854|=3015
5855|=3016
5856|=3017
5857|=3018
5885|=5886
5942|=4258
5945|=5105
5946|=5106
5947|=5107
5948|=5108
5949|=5109
5950|=5110
5951|=5111
5952|=5112
5953|=5113
5954|=5114
5955|=5115
5956|=5116
5957|=5117
5958|=5118
5959|=5119
5960|=5120
5961|=5121
5962|=5122
5963|=5123
5964|=5124
5965|=5125
5966|=5126
5967|=5127
5968|=5128
5969|=5129
5970|=5130
5971|=25831
5972|=25832
5973|=25833
5974|=25834
5975|=25835
5976|=25836
6134|=6135
6144|=4258
6145|=5105
6146|=5106
6147|=5107
6148|=5108
6149|=5109
6150|=5110
6151|=5111
6152|=5112
6153|=5113
6154|=5114
6155|=5115
6156|=5116
6157|=5117
6158|=5118
6159|=5119
6160|=5120
6161|=5121
6162|=5122
6163|=5123
6164|=5124
6165|=5125
6166|=5126
6167|=5127
6168|=5128
6169|=5129
6170|=5130
6171|=25831
6172|=25832
6173|=25833
6174|=25834
6175|=25835
6176|=25836
6190|=31370
6310|=6311
6319|=6318
6321|=6322
6324|=6325
6349|=6318
6364|=6365
6649|=4617
6650|=3154
6651|=3155
6652|=3156
6653|=3157
6654|=2955
6655|=2956
6656|=2957
6657|=3158
6658|=3159
6659|=3160
6660|=2958
6661|=2959
6662|=2960
6663|=2961
6664|=2962
6665|=3761
6667|=6668
6696|=4612
6697|=6668
6700|=4301
6705|=6706
6782|=6783
6871|=3857
6893|=3395
6917|=4757
6927|=3414
6979|=7136
6982|=6983
6986|=7139
6989|=6990
7034|=7035
7036|=7037
7038|=7039
7040|=7041
7042|=7084
7072|=7073
7085|=7086
7087|=7133
7135|=7136
7138|=7139
7372|=7373
7400|=4807
7401|=27582
7402|=27582
7403|=27583
7404|=4124
7405|=27700
7406|=4267
7407|=32037
7408|=4289
7409|=4258
7410|=4134
7411|=27572
7412|=27572
7413|=27573
7414|=4301
7415|=28992
7416|=25832
7417|=25833
7418|=2196
7419|=2197
7420|=2198
7421|=27572
7422|=27573
7423|=4258
7657|=9053
7659|=9054
7661|=9055
7663|=9056
7665|=9057
7678|=9474
7680|=9475
7682|=7683
7685|=7686
7797|=7798
7816|=8888
7843|=7844
7880|=7881
7885|=7886
7900|=8988
7901|=8989
7902|=8990
7903|=8991
7904|=8992
7905|=8993
7906|=8994
7907|=8995
7908|=8996
7909|=8997
7910|=8998
7911|=8999
7912|=9000
7915|=9059
7917|=9060
7919|=9061
7921|=9062
7923|=9063
7925|=9064
7927|=9065
7929|=9066
7931|=9067
7954|=7878
7955|=7883
7956|=7887
8085|=8086
8231|=8232
8235|=8237
8239|=8240
8244|=8246
8248|=8249
8251|=8252
8254|=8255
8349|=4747
8350|=4747
8360|=4258
8370|=3812
8399|=9068
8403|=9069
8426|=8427
8430|=8431
8542|=8860
8544|=8545
8684|=8685
8698|=8699
8700|=2222
8701|=2223
8702|=2224
8703|=2251
8704|=2252
8705|=2253
8706|=2256
8707|=2265
8708|=2266
8709|=2269
8710|=2270
8711|=2273
8712|=3433
8713|=3434
8714|=2225
8715|=2226
8716|=2227
8717|=2228
8718|=2229
8719|=2230
8720|=2231
8721|=2232
8722|=2233
8723|=2234
8724|=2235
8725|=2238
8726|=2236
8727|=2237
8728|=2239
8729|=2240
8730|=2241
8731|=2242
8732|=2243
8733|=3435
8734|=3436
8735|=2965
8736|=2966
8737|=3417
8738|=3418
8739|=3419
8740|=3420
8741|=2246
8742|=2247
8743|=3451
8744|=3452
8745|=26847
8746|=26848
8747|=2248
8748|=2249
8749|=2250
8750|=26849
8751|=26850
8752|=26851
8753|=2254
8754|=2255
8755|=26852
8756|=3421
8757|=3422
8758|=3423
8759|=3437
8760|=3424
8761|=2257
8762|=2258
8763|=2259
8764|=2260
8765|=2261
8766|=2262
8767|=2263
8768|=2264
8769|=3734
8770|=3735
8771|=2267
8772|=2268
8773|=2271
8774|=2272
8775|=3438
8776|=4457
8777|=3455
8778|=2274
8779|=2275
8780|=2276
8781|=2277
8782|=2278
8783|=2279
8784|=3560
8785|=3566
8786|=3567
8787|=5646
8788|=2283
8789|=2284
8790|=2285
8791|=2286
8792|=26853
8793|=26854
8794|=2287
8795|=2288
8796|=2289
8797|=3736
8798|=3737
8799|=3738
8800|=3739
8801|=26929
8802|=26930
8803|=26931
8804|=26932
8805|=26933
8806|=26934
8807|=26935
8808|=26936
8809|=26937
8810|=26938
8811|=26939
8812|=26940
8813|=26996
8814|=26997
8815|=26998
8817|=8818
8899|=8900
8901|=8902
8906|=8907
8912|=8908
8916|=8972
8918|=8973
8920|=8974
8922|=8975
8924|=8976
8926|=8977
8928|=8978
8930|=8979
8932|=8980
8934|=8981
8936|=8982
8938|=8983
8940|=8984
8942|=8985
8944|=8986
8946|=8987
8948|=8949
9002|=9003
9005|=9006
9008|=9009
9011|=9012
9013|=9014
9016|=9017
9018|=9019
9071|=9072
9074|=9075
9139|=9140
9147|=9148
9152|=9153
9267|=4312
9286|=4258
9289|=4258
9290|=4258
9293|=9294
9306|=9300
9308|=9309
9332|=9333
9368|=9367
9374|=9373
9379|=9380
9388|=9387
9422|=4258
9423|=4258
9424|=4258
9425|=4258
9426|=4258
9427|=4258
9428|=4258
9429|=4258
9430|=4258
9449|=4258
9450|=4258
9452|=4258
9457|=9456
9462|=7844
9463|=7844
9464|=4283
9469|=9470
9500|=4258
9501|=4312
9502|=6135
9503|=6135
9504|=6135
9505|=4258
9506|=4258
9507|=4258
9508|=4258
9509|=4258
9510|=4081
9511|=4081
9512|=4081
9513|=4081
9514|=4081
9515|=4081
9516|=4081
9517|=7886
9518|=4326
9519|=5593
9520|=9333
9521|=5340
9522|=6318
9523|=6318
9524|=6325
9525|=6325
9526|=6322
9527|=4167
9528|=4167
9529|=9470
9530|=4624
9531|=5489
9532|=5489
9533|=5489
9534|=5489
9535|=5489
9536|=5489
9537|=5489
9538|=9777
9539|=9777
9540|=4749
9541|=4463
9542|=4558
9543|=8998
9544|=8252
9546|=9547
9656|=9702
9657|=9702
9695|=9696
9701|=9702
9705|=4326
9707|=4326
9711|=9709
9714|=9713
9715|=3159
9723|=4258
9724|=4258
9725|=4258
9742|=9741
9754|=9755
9762|=9761
9767|=9766
9776|=9777
9778|=9779
9781|=9782
9783|=9784
9785|=9782
9870|=9869
9881|=9880
9883|=4258
9893|=4181
9897|=2169
9907|=4258
9920|=27700
9922|=2157
9924|=4258
9928|=5682
9929|=5683
9930|=5684
9931|=5685
9932|=5682
9933|=5683
9934|=5684
9935|=5685
9944|=9943
9948|=4659
9949|=5324
9950|=8086
9951|=3057
9952|=5325
9953|=8088
9968|=9967
9973|=9972
9978|=9977
9989|=9990
20001|=4258
20003|=20002
20037|=8246
20038|=8240
20040|=20041
20043|=9470
`
