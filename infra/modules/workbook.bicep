// The administrators' view in the portal: open, due soon, breached, mail, engine.
param name string
param location string
param tags object
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, name, 'data-requests')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Data requests'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('workbook.json')
    version: 'Notebook/1.0'
  }
}
