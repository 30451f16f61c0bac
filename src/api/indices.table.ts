/** What each generic band is called by sensors. The first names are generic ones, as STAC's common names. */
export const bandAliases = {
  coastal: { generic: ['coastal', 'aerosol', 'ultra_blue'], 'sentinel-2': ['B01', 'B1'], 'landsat-8': ['SR_B1', 'B1'], 'landsat-5': [] },
  blue: { generic: ['blue'], 'sentinel-2': ['B02', 'B2'], 'landsat-8': ['SR_B2', 'B2'], 'landsat-5': ['SR_B1', 'B1'] },
  green: { generic: ['green'], 'sentinel-2': ['B03', 'B3'], 'landsat-8': ['SR_B3', 'B3'], 'landsat-5': ['SR_B2', 'B2'] },
  red: { generic: ['red'], 'sentinel-2': ['B04', 'B4'], 'landsat-8': ['SR_B4', 'B4'], 'landsat-5': ['SR_B3', 'B3'] },
  rededge1: { generic: ['rededge1', 'rededge071', 'rededge'], 'sentinel-2': ['B05', 'B5'], 'landsat-8': [], 'landsat-5': [] },
  rededge2: { generic: ['rededge2', 'rededge075'], 'sentinel-2': ['B06', 'B6'], 'landsat-8': [], 'landsat-5': [] },
  rededge3: { generic: ['rededge3', 'rededge078'], 'sentinel-2': ['B07', 'B7'], 'landsat-8': [], 'landsat-5': [] },
  nir: { generic: ['nir', 'nir08'], 'sentinel-2': ['B08', 'B8', 'B8A'], 'landsat-8': ['SR_B5', 'B5'], 'landsat-5': ['SR_B4', 'B4'] },
  swir1: { generic: ['swir1', 'swir16', 'swir'], 'sentinel-2': ['B11'], 'landsat-8': ['SR_B6', 'B6'], 'landsat-5': ['SR_B5', 'B5'] },
  swir2: { generic: ['swir2', 'swir22'], 'sentinel-2': ['B12'], 'landsat-8': ['SR_B7', 'B7'], 'landsat-5': ['SR_B7', 'B7'] },
} as const

/** A spectral index: what is computed of which bands, and the constants that may be changed. */
export interface SpectralIndex {
  readonly title: string
  readonly formula: string
  readonly constants?: Readonly<Record<string, number>>
}

/** Spectral indices by name, as expressions over reflectances from 0 to 1. */
export const spectralIndices = {
  ndvi: { title: 'normalised difference vegetation index', formula: '(nir - red) / (nir + red)' },
  gndvi: { title: 'green NDVI', formula: '(nir - green) / (nir + green)' },
  bndvi: { title: 'blue NDVI', formula: '(nir - blue) / (nir + blue)' },
  ndre: { title: 'normalised difference red edge', formula: '(nir - rededge1) / (nir + rededge1)' },
  evi: {
    title: 'enhanced vegetation index',
    formula: 'G * (nir - red) / (nir + C1 * red - C2 * blue + L)',
    constants: { G: 2.5, C1: 6, C2: 7.5, L: 1 },
  },
  evi2: { title: 'enhanced vegetation index of two bands', formula: '2.5 * (nir - red) / (nir + 2.4 * red + 1)' },
  savi: { title: 'soil-adjusted vegetation index', formula: '(1 + L) * (nir - red) / (nir + red + L)', constants: { L: 0.5 } },
  osavi: { title: 'optimised SAVI', formula: '(nir - red) / (nir + red + 0.16)' },
  msavi: { title: 'modified SAVI', formula: '(2 * nir + 1 - sqrt((2 * nir + 1) ** 2 - 8 * (nir - red))) / 2' },
  arvi: {
    title: 'atmospherically resistant vegetation index',
    formula: '(nir - (red - gamma * (blue - red))) / (nir + (red - gamma * (blue - red)))',
    constants: { gamma: 1 },
  },
  wdrvi: { title: 'wide dynamic range vegetation index', formula: '(alpha * nir - red) / (alpha * nir + red)', constants: { alpha: 0.1 } },
  rdvi: { title: 'renormalised difference vegetation index', formula: '(nir - red) / sqrt(nir + red)' },
  tvi: { title: 'transformed vegetation index', formula: 'sqrt((nir - red) / (nir + red) + 0.5)' },
  nli: { title: 'non-linear index', formula: '(nir * nir - red) / (nir * nir + red)' },
  sr: { title: 'simple ratio', formula: 'nir / red' },
  dvi: { title: 'difference vegetation index', formula: 'nir - red' },
  cig: { title: 'chlorophyll index, green', formula: 'nir / green - 1' },
  cire: { title: 'chlorophyll index, red edge', formula: 'rededge3 / rededge1 - 1' },
  mcari: {
    title: 'modified chlorophyll absorption ratio index',
    formula: '(rededge1 - red - 0.2 * (rededge1 - green)) * (rededge1 / red)',
  },
  mtci: { title: 'MERIS terrestrial chlorophyll index', formula: '(rededge2 - rededge1) / (rededge1 - red)' },
  ireci: { title: 'inverted red edge chlorophyll index', formula: '(rededge3 - red) / (rededge1 / rededge2)' },
  s2rep: { title: 'red edge position in nm', formula: '705 + 35 * ((rededge3 + red) / 2 - rededge1) / (rededge2 - rededge1)' },
  ndci: { title: 'normalised difference chlorophyll index of water', formula: '(rededge1 - red) / (rededge1 + red)' },
  sipi: { title: 'structure-insensitive pigment index', formula: '(nir - coastal) / (nir - red)' },
  psri: { title: 'plant senescence reflectance index', formula: '(red - blue) / rededge2' },
  vari: { title: 'visible atmospherically resistant index', formula: '(green - red) / (green + red - blue)' },
  gli: { title: 'green leaf index', formula: '(2 * green - red - blue) / (2 * green + red + blue)' },
  exg: { title: 'excess green', formula: '2 * green - red - blue' },
  ngrdi: { title: 'normalised green red difference', formula: '(green - red) / (green + red)' },
  tgi: { title: 'triangular greenness index', formula: '-0.5 * (190 * (red - green) - 120 * (red - blue))' },
  ndmi: { title: 'normalised difference moisture index', formula: '(nir - swir1) / (nir + swir1)' },
  msi: { title: 'moisture stress index', formula: 'swir1 / nir' },
  nmdi: { title: 'normalised multi-band drought index', formula: '(nir - (swir1 - swir2)) / (nir + (swir1 - swir2))' },
  dswi: { title: 'disease water stress index', formula: '(nir + green) / (swir1 + red)' },
  ndwi: { title: 'normalised difference water index (McFeeters)', formula: '(green - nir) / (green + nir)' },
  mndwi: { title: 'modified NDWI', formula: '(green - swir1) / (green + swir1)' },
  aweinsh: { title: 'automated water extraction, no shadow', formula: '4 * (green - swir1) - (0.25 * nir + 2.75 * swir2)' },
  aweish: { title: 'automated water extraction, shadow', formula: 'blue + 2.5 * green - 1.5 * (nir + swir1) - 0.25 * swir2' },
  wi2015: { title: 'water index of 2015', formula: '1.7204 + 171 * green + 3 * red - 70 * nir - 45 * swir1 - 71 * swir2' },
  ndti: { title: 'normalised difference turbidity index', formula: '(red - green) / (red + green)' },
  nbr: { title: 'normalised burn ratio', formula: '(nir - swir2) / (nir + swir2)' },
  nbr2: { title: 'normalised burn ratio 2', formula: '(swir1 - swir2) / (swir1 + swir2)' },
  bai: { title: 'burned area index', formula: '1 / ((0.1 - red) ** 2 + (0.06 - nir) ** 2)' },
  mirbi: { title: 'mid-infrared burn index', formula: '10 * swir2 - 9.8 * swir1 + 2' },
  ndbi: { title: 'normalised difference built-up index', formula: '(swir1 - nir) / (swir1 + nir)' },
  ui: { title: 'urban index', formula: '(swir2 - nir) / (swir2 + nir)' },
  bsi: { title: 'bare soil index', formula: '(swir1 + red - (nir + blue)) / (swir1 + red + nir + blue)' },
  ndsi: { title: 'normalised difference snow index', formula: '(green - swir1) / (green + swir1)' },
  s3: { title: 'snow index S3', formula: 'nir * (red - swir1) / ((nir + red) * (nir + swir1))' },
} as const satisfies Readonly<Record<string, SpectralIndex>>
