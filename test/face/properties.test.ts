import {expect} from '@esm-bundle/chai';
import {disabled, flag, propertiesOf} from '../../src/face/properties.js';

describe('the properties of a table', () => {
  it('have their names in kebab case as attributes, and are read as their entries say', () => {
    const properties = propertiesOf({orderUrl: 'address', debug: 'flag'}, (kind, name) =>
      kind === 'flag' && name === 'debug' ? flag : undefined,
    );
    expect(properties).to.deep.equal({
      orderUrl: {attribute: 'order-url'},
      debug: {...flag, attribute: 'debug'},
    });
  });

  it('leave "disabled" to the accessor of the face', () => {
    expect(propertiesOf({disabled}, (row) => row)).to.deep.equal({
      disabled: {...disabled, attribute: 'disabled', noAccessor: true},
    });
  });
});
