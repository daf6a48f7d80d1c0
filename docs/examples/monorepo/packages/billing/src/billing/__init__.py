"""Billing: what customers owe.

The package makes invoices and hands the goods over to shipping.

Key Components:
    - invoice: invoices

Usage:
    from billing.invoice import Invoice
"""
