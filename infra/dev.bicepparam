using 'main.bicep'

param name = 'hcps'
param environment = 'dev'
param publicBaseUrl = 'https://datarequests-dev.district.example'
param staffClientId = '00000000-0000-0000-0000-000000000000'
param alertEmails = ['data-operations@district.example']
