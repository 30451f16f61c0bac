import { describe, expect, it } from 'vitest'
import { plainBand } from '../../src/graph/spec.js'
import { misfit, mustSuitOverviews, valueKind, valueKindOfName } from '../../src/graph/value-kind.js'

const plain = { attrs: {}, categorical: false, name: null, bands: [plainBand] }

describe('what values are', () => {
  it('by the names of bands and files', () => {
    for (const name of ['QA_PIXEL', 'LC08_L2SP_190031_20210601_02_T1_QA_PIXEL', 'HLS.S30.T33UXP.Fmask', 'sur_refl_qc_500m', 'QC_Day']) {
      expect(valueKindOfName(name), name).toBe('bits')
    }
    for (const name of ['SCL', 'T33UXP_20210601T100031_SCL_20m', 'LC_Type1']) expect(valueKindOfName(name), name).toBe('classes')
    for (const name of ['B08', 'NDVI', 'aqa', 'muscl', null]) expect(valueKindOfName(name), String(name)).toBe('amounts')
  })

  it('by attributes, palettes and items, which go before names', () => {
    expect(valueKind({ ...plain, attrs: { bitfield: true } })).toBe('bits')
    expect(valueKind({ ...plain, attrs: { categorical: true } })).toBe('classes')
    expect(valueKind({ ...plain, categorical: true })).toBe('classes')
    expect(valueKind({ ...plain, bands: [{ ...plainBand, items: { LAYER_TYPE: 'thematic' } }] })).toBe('classes')
    expect(valueKind({ ...plain, name: 'QA_PIXEL', attrs: { bitfield: false } })).toBe('amounts')
    expect(valueKind({ ...plain, bands: [{ ...plainBand, description: 'SCL' }, plainBand] })).toBe('amounts')
  })

  it('tells which kernels do not suit', () => {
    const spec = { ...plain, name: 'Fmask' } as never
    expect(misfit('reproject', 'max', spec, { picks: true, keeps: false })).toMatch(/^reproject: max .* use near or mode/)
    expect(misfit('reproject', 'mode', spec, { picks: true, keeps: true })).toBeNull()
    expect(misfit('reproject', 'max', { ...plain, categorical: true } as never, { picks: true, keeps: false })).toBeNull()
    expect(misfit('reproject', 'med', { ...plain, categorical: true } as never, { picks: true, keeps: false })).toMatch(/allowAveraging/)
  })
})

describe('overviews of classes', () => {
  const classes = { attrs: {}, categorical: true, name: null, bands: [] } as never
  it('are not mixed unless that is forced', () => {
    for (const kernel of ['average', 'bilinear', 'gauss', 'med'])
      expect(() => mustSuitOverviews(kernel, classes, false)).toThrow(/overviews: .* would mix the classes .* near or mode/)
    for (const kernel of ['near', 'mode', 'min', 'max']) mustSuitOverviews(kernel, classes, false)
    mustSuitOverviews('average', classes, true)
    mustSuitOverviews('average', { attrs: {}, categorical: false, name: null, bands: [] } as never, false)
  })
})
