// What a district gets: a place for the records, eyes on it, the app, the rights it needs and no others, and somebody told when it fails.
targetScope = 'resourceGroup'

@description('Short name of the installation, such as "hcps". Part of every resource name.')
@minLength(2)
@maxLength(10)
param name string

@description('"dev" or "prod": decides redundancy, retention and how long sealed audit heads are locked.')
@allowed(['dev', 'prod'])
param environment string

@description('Azure region.')
param location string = resourceGroup().location

@description('The address people use, such as https://datarequests.district.example. Links in mail begin with it.')
param publicBaseUrl string

@description('Directory (tenant) whose staff sign in.')
param tenantId string = tenant().tenantId

@description('Client id of the app registration that staff sign in to.')
param staffClientId string

@description('Who is told when something is wrong: e-mail addresses.')
@minLength(1)
param alertEmails string[]

@description('Days after which a delivered file is deleted even if the app did not: a backstop above the policy\'s own limit.')
@minValue(31)
param deliverableBackstopDays int = 45

var tags = { product: 'data-requests', environment: environment }
var production = environment == 'prod'

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: name, environment: environment, location: location, tags: tags }
}

module records 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: name
    environment: environment
    location: location
    tags: tags
    redundancy: production ? 'Standard_ZRS' : 'Standard_LRS'
    softDeleteDays: production ? 14 : 7
    deliverableBackstopDays: deliverableBackstopDays
    auditLockDays: production ? 2555 : 1
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: { name: name, environment: environment, location: location, tags: tags, retentionDays: production ? 365 : 30 }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: name
    environment: environment
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageAccountName: records.outputs.accountName
    deploymentContainerUrl: records.outputs.deploymentContainerUrl
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    publicBaseUrl: publicBaseUrl
    tenantId: tenantId
    staffClientId: staffClientId
    alwaysReady: production ? 1 : 0
  }
  dependsOn: [rights]
}

module rights 'modules/rights.bicep' = {
  name: 'rights'
  params: {
    principalId: identity.outputs.principalId
    storageAccountName: records.outputs.accountName
    applicationInsightsName: monitoring.outputs.applicationInsightsName
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: { name: name, environment: environment, location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId, emails: alertEmails }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  params: { name: name, location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

@description('Deploy the app\'s package here.')
output functionAppName string = app.outputs.functionAppName

@description('Where it answers.')
output hostName string = app.outputs.hostName

@description('Give this principal the right to send from the one mailbox.')
output appPrincipalId string = identity.outputs.principalId

@description('The same identity as Exchange wants it named.')
output appClientId string = identity.outputs.clientId

@description('Where the records are; lock its container "audit" once everything works.')
output storageAccountName string = records.outputs.accountName
