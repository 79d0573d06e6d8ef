// The records: tables and blobs. Reached by identity only; deletions can be undone for some days; sealed audit heads cannot be changed.
param name string
param environment string
param location string
param tags object

@allowed(['Standard_LRS', 'Standard_ZRS'])
param redundancy string

@description('Days during which a deleted blob can be restored.')
param softDeleteDays int

@description('Days after which a delivered file is deleted whatever the app did.')
param deliverableBackstopDays int

@description('Days for which a sealed audit head cannot be changed or deleted.')
param auditLockDays int

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: take('st${name}${environment}${uniqueString(resourceGroup().id)}', 24)
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    accessTier: 'Hot'
    networkAcls: { defaultAction: 'Allow', bypass: 'AzureServices' }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

// Made by the app itself where they are missing; named here so that nobody can make them public.
var containers = ['agreements', 'deliverables', 'keys', 'released', 'releasedrows', 'releases', 'settings', 'uploads']

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for containerName in containers: {
    parent: blobs
    name: containerName
    properties: { publicAccess: 'None' }
  }
]

resource audit 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'audit'
  properties: { publicAccess: 'None' }
}

resource auditLock 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = {
  parent: audit
  name: 'default'
  properties: { immutabilityPeriodSinceCreationInDays: auditLockDays, allowProtectedAppendWrites: false }
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'deliverables-expire'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['deliverables/'] }
            actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: deliverableBackstopDays } } }
          }
        }
      ]
    }
  }
  dependsOn: [container]
}

output accountName string = account.name
output deploymentContainerUrl string = '${account.properties.primaryEndpoints.blob}releases'
